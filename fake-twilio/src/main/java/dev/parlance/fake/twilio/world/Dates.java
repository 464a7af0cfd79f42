package dev.parlance.fake.twilio.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Twilio's two date formats. */
public enum Dates {
    /** {@code Sun, 01 Mar 2026 12:00:00 +0000}, in the 2010 API and in call callbacks. */
    RFC_2822 {
        @Override
        public String write(Instant time) {
            return MAIL.format(time);
        }

        @Override
        public Instant read(String text) {
            return Instant.from(MAIL.parse(text));
        }
    },
    /** {@code 2026-03-01T12:00:00Z}, in all newer APIs. */
    ISO_8601 {
        @Override
        public String write(Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        @Override
        public Instant read(String text) {
            return Instant.parse(text);
        }
    };

    private static final DateTimeFormatter MAIL = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public abstract String write(Instant time);

    public abstract Instant read(String text);
}
