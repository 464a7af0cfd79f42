package dev.parlance.fake.twilio.world;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits in real time for what another thread of the application does. The fake's clock does not move meanwhile. */
public final class RealTime {
    private RealTime() {}

    /**
     * Waits until there is a value.
     *
     * @param monitor notified after each change
     * @return empty if the time is over
     */
    public static <T> Optional<T> await(Object monitor, Duration limit, Supplier<Optional<T>> value) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (monitor) {
            try {
                Optional<T> found = value.get();
                for (long left = limit.toNanos(); found.isEmpty() && left > 0; left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(monitor, left);
                    found = value.get();
                }
                return found;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the application", e);
            }
        }
    }
}
