package dev.parlance.simulator.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened between Twilio and the application.
 *
 * @param number the place in the order of beginning, from 1
 * @param at the beginning, on the fake's clock
 * @param exchange the request; empty for alerts and faults
 * @param notes the text of an alert or fault, or the problems of a request
 */
public record Entry(
        long number, Instant at, Kind kind, Optional<Exchange> exchange, Subject subject, List<String> notes) {
    /** Copies the notes. */
    public Entry {
        notes = List.copyOf(notes);
    }

    Entry with(Exchange ended, Subject newSubject, List<String> newNotes) {
        return new Entry(
                number,
                at,
                kind,
                Optional.of(ended),
                newSubject,
                Stream.concat(notes.stream(), newNotes.stream()).toList());
    }

    Entry about(Subject newSubject) {
        return new Entry(number, at, kind, exchange, newSubject, notes);
    }

    Entry withNote(String note) {
        return new Entry(
                number,
                at,
                kind,
                exchange,
                subject,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** Whether something went wrong: a problem, or a response that is no success. */
    public boolean isProblem() {
        return kind == Kind.ALERT
                || (kind != Kind.FAULT && !notes.isEmpty())
                || exchange.filter(Exchange::hasFailed).isPresent();
    }

    /** Roughly how many bytes it occupies. */
    long size() {
        return 600
                + exchange.map(it -> 2L * it.request().bodyLength()
                                + it.request().url().length()
                                + 2L * it.answer().length())
                        .orElse(0L);
    }
}
