package dev.parlance.serverless;

import java.time.Duration;

/** Lets time pass between two looks at something. */
@FunctionalInterface
interface Pause {
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;

    /** Sleeps, or ends the whole with an exception if the thread is interrupted. */
    default void of(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DeployException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DeployException("It was interrupted; run it again, it goes on where it was", cause);
    }
}
