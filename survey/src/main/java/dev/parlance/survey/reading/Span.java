package dev.parlance.survey.reading;

import java.time.LocalDate;

/** The days that can be an answer, from the first to the last. */
public record Span(LocalDate first, LocalDate last) {
    /** All days. */
    public static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

    boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
