package dev.parlance.survey.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When answers to a survey are of use. Before and after, nobody is asked anything. Immutable: the methods return copies.
 *
 * <pre>{@code
 * Relevance threeDays = Relevance.ALWAYS.withTime(Duration.ofDays(3)); // from the first contact with a person
 * }</pre>
 *
 * @param from when it starts
 * @param until when it ends
 * @param time how long it lasts for a person, from the first contact
 */
public record Relevance(Optional<Instant> from, Optional<Instant> until, Optional<Duration> time) {
    /** At any time. */
    public static final Relevance ALWAYS = new Relevance(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns a copy that starts at this time. */
    public Relevance withFrom(Instant start) {
        return new Relevance(Optional.of(start), until, time);
    }

    /** Returns a copy that ends at this time. */
    public Relevance withUntil(Instant end) {
        return new Relevance(from, Optional.of(end), time);
    }

    /** Returns a copy that lasts this long for each person, from the first contact. */
    public Relevance withTime(Duration length) {
        return new Relevance(from, until, Optional.of(length));
    }

    /** When it ends for a person, if it does. */
    public Optional<Instant> end(Optional<Instant> firstContact) {
        Optional<Instant> own = time.flatMap(length -> firstContact.map(begin -> begin.plus(length)));
        return own.filter(end -> until.filter(end::isAfter).isEmpty()).or(() -> until);
    }
}
