package dev.parlance.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header. It is formatted once a second, because that costs as much as the rest of a response's head. */
record HttpDate(long second, String text) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Clock CLOCK = Clock.systemUTC();

    private static volatile HttpDate last = at(0);

    static String now() {
        long second = CLOCK.millis() / 1_000;
        HttpDate date = last;
        if (date.second != second) {
            date = at(second);
            last = date;
        }
        return date.text;
    }

    private static HttpDate at(long second) {
        return new HttpDate(second, FORMAT.format(Instant.ofEpochSecond(second)));
    }
}
