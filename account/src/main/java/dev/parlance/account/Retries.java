package dev.parlance.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Repeats a request as its policy allows. */
final class Retries {
    private final RetryPolicy policy;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    Retries(RetryPolicy policy, Clock clock, Sleeper sleeper, DoubleSupplier random) {
        this.policy = policy;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    <T> T run(Supplier<T> request) {
        Instant end = clock.instant().plus(policy.maxDuration());
        for (int tries = 1; ; tries++) {
            try {
                return request.get();
            } catch (AccountException e) {
                Duration pause = e.retryAfter().orElse(Duration.ZERO).plus(jitter(policy.pauseAfter(tries)));
                boolean isExhausted = tries == policy.maxTries()
                        || clock.instant().plus(pause).isAfter(end);
                if (isExhausted || !e.isRetryable() || !slept(pause)) {
                    throw e;
                }
            }
        }
    }

    private Duration jitter(Duration longest) {
        return Duration.ofNanos((long) (longest.toNanos() * random.getAsDouble()));
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
