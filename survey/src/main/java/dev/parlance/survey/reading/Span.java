package dev.parlance.survey.reading;

import java.time.LocalDate;

/** A range of dates, both ends included. */
public record Span(LocalDate first, LocalDate last) {
    /** All dates. */
    public static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
