package dev.parlance.account;

import java.time.Duration;

/** Lets time pass between two tries. */
@FunctionalInterface
interface Sleeper {
    Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

    void sleep(Duration pause) throws InterruptedException;
}
