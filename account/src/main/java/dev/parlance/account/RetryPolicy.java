package dev.parlance.account;

import dev.parlance.internal.Retries;
import java.time.Duration;

/**
 * How often and how long a failed request is retried.
 *
 * <p>A request is retried only if that can't do anything twice: a GET after a temporary failure, and any other request that
 * certainly had no effect, because no connection could be opened or Twilio responded "too many requests" (429). Pauses are
 * random, up to a bound that doubles with each try. If Twilio says how long to wait, the pause is at least that long. If that
 * would exceed {@code maxDuration}, the request fails at once, with
 * {@link AccountException#retryAfter() the time} in the exception.
 *
 * @param maxTries the maximum number of tries; 1 for no retry
 * @param maxDuration how long after the first try the last one may start
 * @param firstPause the bound of the pause after the first try
 * @param longestPause the maximum of the bound
 */
public record RetryPolicy(int maxTries, Duration maxDuration, Duration firstPause, Duration longestPause) {
    /** Validates the values. */
    public RetryPolicy {
        if (maxTries < 1) {
            throw new IllegalArgumentException("The number of tries must be at least 1, not " + maxTries);
        }
        if (maxDuration.isNegative() || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Times must not be negative, and longestPause must not be shorter than firstPause");
        }
    }

    /** Four tries within 20 seconds, with pauses of up to 0.25, 0.5 and 1 second. */
    public static RetryPolicy standard() {
        return new RetryPolicy(4, Duration.ofSeconds(20), Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /** No retries. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    Retries retries() {
        return Retries.of(maxTries, maxDuration, firstPause, longestPause);
    }
}
