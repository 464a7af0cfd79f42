package dev.parlance.survey.events;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Reads the {@code Retry-After} header: seconds or a date. */
final class RetryAfter {
    /** No receiver can stop deliveries for longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** The time to wait; zero if the header is missing, malformed or in the past. */
    static Duration of(HttpHeaders headers, Instant now) {
        Duration asked = headers.firstValue("Retry-After")
                .map(value -> SECONDS.matcher(value).matches()
                        ? Duration.ofSeconds(Long.parseLong(value))
                        : until(value, now))
                .orElse(Duration.ZERO);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private static Duration until(String date, Instant now) {
        try {
            Instant time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, time);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
