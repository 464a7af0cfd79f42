package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the time at which a request was signed.
 *
 * @param header the header with the time, in seconds since 1970
 * @param window how far it may be in the past or future
 */
record SignedTime(String header, Duration window, Clock clock) {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    /** Why a time is refused; empty if it is accepted. */
    Optional<Verdict> refusal(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return Optional.of(Verdict.refused(Refusal.MALFORMED, header + " is not a number of seconds."));
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration offset = Duration.between(signed, clock.instant()).abs();
        return offset.compareTo(window) > 0
                ? Optional.of(Verdict.refused(Refusal.STALE, header + " is off by " + offset.toSeconds() + " seconds."))
                : Optional.empty();
    }
}
