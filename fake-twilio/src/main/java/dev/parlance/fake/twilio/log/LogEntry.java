package dev.parlance.fake.twilio.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An entry in the log.
 *
 * @param number the sequence number, from 1
 * @param at the time on the fake's clock
 * @param kind the kind of entry
 * @param text a description in one line
 */
public record LogEntry(long number, Instant at, Kind kind, String text) {
    /** The kinds of log entries. */
    public enum Kind {
        /** A request to the API, and the response. */
        API,
        /** A webhook to the application, and the response. */
        WEBHOOK,
        /** A text was sent or changed its status. */
        TEXT,
        /** An event in a call: it rang, was answered, spoke, heard something, or ended. */
        CALL,
        /** An error or warning in Twilio's debugger. */
        ALERT,
        /** An injected fault. */
        FAULT
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        return "%s %-7s %s".formatted(TIME.format(at), kind, text);
    }
}
