package dev.parlance.survey.machine;

import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that was taken.
 *
 * @param question the question; {@code group.2.question} in the second round of a group
 * @param value what was answered, the same in every language; without parts where it was left out
 * @param how how it was given
 * @param confidence how sure the recogniser was, from 0 to 1; 1 for keys and texts
 * @param language the language that was spoken
 * @param attempt at which attempt it was understood
 * @param at when
 * @param recording the recording's SID, where it was recorded
 * @param channel the name of the channel by which it was given
 */
public record Answer(
        String question,
        Value value,
        How how,
        double confidence,
        String language,
        int attempt,
        Instant at,
        Optional<String> recording,
        String channel) {
    /** How an answer was given. */
    public enum How {
        /** In writing. */
        TEXT,
        /** By keys of a phone. */
        KEYS,
        /** By speech. */
        SPEECH,
        /** By speech that was recorded. */
        RECORDING,
        /** Not at all: it was left out, on purpose or after too many attempts. */
        SKIPPED,
        /** By a message that was sent before the question was asked: kept, and counted for nothing. */
        LATE;

        /** The channel of an answer that was written down without one. */
        String usualChannel() {
            return (this == TEXT || this == LATE ? Medium.TEXT : Medium.VOICE).channel();
        }
    }

    private static final Value NOTHING = new Value(List.of());

    static Answer skipped(String question, String language, int attempt, Instant at, String channel) {
        return new Answer(question, NOTHING, How.SKIPPED, 1, language, attempt, at, Optional.empty(), channel);
    }

    static Answer late(String question, Value value, String language, int attempt, Instant at, String channel) {
        return new Answer(question, value, How.LATE, 1, language, attempt, at, Optional.empty(), channel);
    }

    Answer withValue(Value written) {
        return new Answer(question, written, how, confidence, language, attempt, at, recording, channel);
    }

    /** Whether there is a value. */
    public boolean isGiven() {
        return how != How.SKIPPED && how != How.LATE;
    }

    /** To which question, and how; never what. */
    @Override
    public String toString() {
        return "Answer[" + question + ", " + how + "]";
    }
}
