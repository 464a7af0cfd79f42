package dev.parlance.serverless;

import java.time.Duration;

/** Sleeps between two requests. Tests replace it. */
@FunctionalInterface
interface Pause {
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;

    /** Sleeps. Throws an exception if the thread is interrupted. */
    default void of(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DeployException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DeployException("Interrupted. Run it again: it continues where it stopped", cause);
    }
}
