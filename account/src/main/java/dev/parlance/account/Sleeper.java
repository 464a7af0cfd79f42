package dev.parlance.account;

import java.time.Duration;

/** Pauses between two tries. */
@FunctionalInterface
interface Sleeper {
    Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

    void sleep(Duration pause) throws InterruptedException;
}
