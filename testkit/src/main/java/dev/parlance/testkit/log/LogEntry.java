package dev.parlance.testkit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One thing that happened.
 *
 * @param number its place among all that happened, from 1
 * @param at when, by the fake's clock
 * @param kind what sort of thing
 * @param text what, in one line
 */
public record LogEntry(long number, Instant at, Kind kind, String text) {
    /** The sorts of things that happen. */
    public enum Kind {
        /** A client asked the API, and how it was answered. */
        API,
        /** The application was asked, and how it answered. */
        WEBHOOK,
        /** A text went from one number to another, or changed its status. */
        TEXT,
        /** A call rang, was answered, said something, heard something, ended. */
        CALL,
        /** An error or a warning that Twilio's debugger would show. */
        PROBLEM,
        /** A fault that the test had asked for. */
        FAULT
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        return "%s %-7s %s".formatted(TIME.format(at), kind, text);
    }
}
