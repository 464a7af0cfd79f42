package dev.parlance.survey.definition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How people come into a survey on a number that several surveys share, see {@code SurveyDesk}. Immutable: the methods return
 * copies.
 *
 * <pre>{@code
 * EntryRules entry = EntryRules.keywords("COFFEE", "CAFE").withInterrupting();
 * }</pre>
 *
 * @param keywords the texts that start the survey; case, accents and punctuation don't matter
 * @param interrupts whether it starts with a person who is in the middle of another survey
 * @param from when it starts to take everyone who writes or calls
 * @param until when it stops to do so
 */
public record EntryRules(List<String> keywords, boolean interrupts, Optional<Instant> from, Optional<Instant> until) {
    /** No keywords, no interrupting, no schedule. */
    public static final EntryRules DEFAULT = new EntryRules(List.of(), false, Optional.empty(), Optional.empty());

    /** Copies the list. */
    public EntryRules {
        keywords = List.copyOf(keywords);
    }

    /** Rules with these keywords. */
    public static EntryRules keywords(String... keywords) {
        return new EntryRules(List.of(keywords), false, Optional.empty(), Optional.empty());
    }

    /** Returns a copy that interrupts other surveys. */
    public EntryRules withInterrupting() {
        return new EntryRules(keywords, true, from, until);
    }

    /** Returns a copy with a schedule. */
    public EntryRules withSchedule(Instant newFrom, Instant newUntil) {
        return new EntryRules(keywords, interrupts, Optional.of(newFrom), Optional.of(newUntil));
    }

    /** Whether the survey has a schedule. */
    public boolean isScheduled() {
        return from.isPresent() || until.isPresent();
    }

    /** Whether the survey takes newcomers at this time. Without a schedule, it always does. */
    public boolean isOpen(Instant now) {
        return from.filter(now::isBefore).isEmpty()
                && until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
