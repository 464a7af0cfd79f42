package dev.parlance.account;

import java.time.Duration;

/**
 * How often and how long a failed request is repeated.
 *
 * <p>Repeated is only what cannot be done twice by it: a GET that failed for a passing reason, and any other request
 * that surely did nothing, because no connection could be opened or because Twilio said "too many" (429). Pauses are
 * random, up to a bound that doubles with each try. Where Twilio says how long to wait, the pause is at least that; if
 * that would end later than {@code total}, the request fails at once, with
 * {@link AccountException#retryAfter() the time} in the exception.
 *
 * @param tries how often a request is sent at most; 1 for no retry
 * @param total when the last try has to begin, counted from the first
 * @param firstPause the bound of the pause after the first try
 * @param longestPause what the bound does not grow beyond
 */
public record RetryPolicy(int tries, Duration total, Duration firstPause, Duration longestPause) {
    /** Checks that it can be followed. */
    public RetryPolicy {
        if (tries < 1) {
            throw new IllegalArgumentException("A request is tried at least once, not " + tries + " times");
        }
        if (total.isNegative() || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Times of a retry policy are not negative, and the longest pause is no shorter than the first");
        }
    }

    /** Four tries within 20 seconds, with pauses of up to 0.25, 0.5 and 1 second. */
    public static RetryPolicy standard() {
        return new RetryPolicy(4, Duration.ofSeconds(20), Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /** One try. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The longest pause after so many tries. */
    Duration pauseAfter(int tries) {
        Duration pause = firstPause;
        for (int i = 1; i < tries && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
