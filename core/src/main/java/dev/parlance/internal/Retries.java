package dev.parlance.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Repeats a request that failed temporarily. Pauses are random, up to a bound that doubles with each try, plus what the server
 * asks for. If the next try would start too late, the request fails at once.
 */
public final class Retries {
    private final int maxTries;
    private final Duration maxDuration;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    /** Pauses between two tries. Tests replace it. */
    @FunctionalInterface
    public interface Sleeper {
        /** Sleeps in real time. */
        Sleeper REAL = pause -> Thread.sleep(pause.toMillis());

        /** Waits for this long. */
        void sleep(Duration pause) throws InterruptedException;
    }

    private Retries(
            int maxTries,
            Duration maxDuration,
            Duration firstPause,
            Duration longestPause,
            Clock clock,
            Sleeper sleeper,
            DoubleSupplier random) {
        this.maxTries = maxTries;
        this.maxDuration = maxDuration;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    /**
     * Limits the retries.
     *
     * @param maxTries the maximum number of tries
     * @param maxDuration how long after the first try the last one may start
     * @param firstPause the bound of the pause after the first try
     * @param longestPause the maximum of the bound
     */
    public static Retries of(int maxTries, Duration maxDuration, Duration firstPause, Duration longestPause) {
        return new Retries(
                maxTries,
                maxDuration,
                firstPause,
                longestPause,
                Clock.systemUTC(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Uses another clock. */
    public Retries withClock(Clock newClock) {
        return new Retries(maxTries, maxDuration, firstPause, longestPause, newClock, sleeper, random);
    }

    /** Uses another way to pause. */
    public Retries withSleeper(Sleeper newSleeper) {
        return new Retries(maxTries, maxDuration, firstPause, longestPause, clock, newSleeper, random);
    }

    /** Uses other random numbers from 0 to 1, by which each pause is shortened. */
    public Retries withRandom(DoubleSupplier newRandom) {
        return new Retries(maxTries, maxDuration, firstPause, longestPause, clock, sleeper, newRandom);
    }

    /**
     * Runs a request until it succeeds, fails for good, or the limits are reached. If the thread is interrupted during a pause,
     * throws the last failure and keeps the interrupt.
     *
     * @param retryAfter the least time to wait after a failure, zero if the server asks for none; empty if the failure is final
     */
    public <T> T run(Supplier<T> request, Function<RuntimeException, Optional<Duration>> retryAfter) {
        Instant end = clock.instant().plus(maxDuration);
        for (int tries = 1; ; tries++) {
            try {
                return request.get();
            } catch (RuntimeException e) {
                Optional<Duration> asked = retryAfter.apply(e);
                if (asked.isEmpty() || tries == maxTries) {
                    throw e;
                }
                Duration pause = asked.get().plus(jitter(bound(tries)));
                if (clock.instant().plus(pause).isAfter(end) || !slept(pause)) {
                    throw e;
                }
            }
        }
    }

    private Duration bound(int tries) {
        Duration bound = firstPause;
        for (int i = 1; i < tries && bound.compareTo(longestPause) < 0; i++) {
            bound = bound.multipliedBy(2);
        }
        return bound.compareTo(longestPause) < 0 ? bound : longestPause;
    }

    private Duration jitter(Duration bound) {
        return Duration.ofNanos((long) (bound.toNanos() * random.getAsDouble()));
    }

    private boolean slept(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
