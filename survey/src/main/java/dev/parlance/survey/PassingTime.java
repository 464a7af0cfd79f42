package dev.parlance.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The time that passes while a campaign waits.
 *
 * @param nanos a steady clock
 * @param pause waits this long, or a little less
 */
record PassingTime(LongSupplier nanos, Consumer<Duration> pause) {
    /** The time of this machine. */
    static final PassingTime REAL = new PassingTime(System::nanoTime, time -> LockSupport.parkNanos(time.toNanos()));

    /** The time of a clock that a pause moves. */
    static PassingTime of(Clock clock, Consumer<Duration> pause) {
        Instant start = clock.instant();
        return new PassingTime(() -> Duration.between(start, clock.instant()).toNanos(), pause);
    }

    /** The end of a time that starts now. */
    long endOf(Duration time) {
        return nanos.getAsLong() + time.toNanos();
    }

    /** What is left until this end; never negative. */
    Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** Waits for this long; an interrupt ends it early. */
    void pass(Duration time) {
        long end = endOf(time);
        Duration left = time;
        while (!left.isNegative() && !left.isZero() && !Thread.currentThread().isInterrupted()) {
            pause.accept(left);
            left = until(end);
        }
    }
}
