package dev.parlance.fake.twilio.world;

import java.time.LocalDate;

/** Days in UTC, from the first to the last one, both included. */
public record Days(LocalDate first, LocalDate last) {
    /** Years with four digits, so that days as text are in the order of the calendar. */
    public static final Days ALL = new Days(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31));

    /** The days that are in both. There may be none: then the first is after the last. */
    public Days and(Days other) {
        return new Days(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }

    boolean isNone() {
        return first.isAfter(last);
    }
}
