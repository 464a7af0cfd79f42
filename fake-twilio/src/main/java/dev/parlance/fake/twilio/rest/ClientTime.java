package dev.parlance.fake.twilio.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** Parses times from clients: {@code 2026-03-01T12:00:00Z}, or without a zone as Twilio's Java SDK sends them. */
final class ClientTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    private ClientTime() {}

    /**
     * Parses a time. Without a zone, it is UTC.
     *
     * @throws java.time.DateTimeException if the text is not a time
     */
    static Instant of(String text) {
        TemporalAccessor time = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    /**
     * Parses a time in any of Twilio's forms: as above, a day, or as in an e-mail.
     *
     * @throws java.time.DateTimeException if the text has another form
     */
    static Instant any(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return Character.isLetter(text.charAt(0))
                ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))
                : of(text);
    }
}
