package dev.parlance.survey.machine;

import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An accepted answer.
 *
 * @param question the question; {@code group.2.question} in the second round of a group
 * @param value the value, the same in every language; it has no parts if the question was skipped
 * @param inputMethod the way it was given
 * @param confidence the speech recognizer's confidence, from 0 to 1; 1 for keys and texts
 * @param language the tag of the respondent's language
 * @param attempt the attempt that was understood, from 1
 * @param at the time of the answer
 * @param recording the recording's SID, if it was recorded
 * @param channel the name of the channel
 */
public record Answer(
        String question,
        Value value,
        InputMethod inputMethod,
        double confidence,
        String language,
        int attempt,
        Instant at,
        Optional<String> recording,
        String channel) {
    /** The way an answer was given. */
    public enum InputMethod {
        /** In writing. */
        TEXT,
        /** By phone keys. */
        KEYS,
        /** By speech. */
        SPEECH,
        /** By recorded speech. */
        RECORDING,
        /** Skipped, by the respondent or after too many attempts. */
        SKIPPED,
        /** By a message sent before the question was asked. It is stored but does not count. */
        LATE;

        /** The channel of an answer that was stored without one. */
        String usualChannel() {
            return (this == TEXT || this == LATE ? Medium.TEXT : Medium.VOICE).channel();
        }
    }

    private static final Value NOTHING = new Value(List.of());

    static Answer skipped(String question, String language, int attempt, Instant at, String channel) {
        return new Answer(question, NOTHING, InputMethod.SKIPPED, 1, language, attempt, at, Optional.empty(), channel);
    }

    static Answer late(String question, Value value, String language, int attempt, Instant at, String channel) {
        return new Answer(question, value, InputMethod.LATE, 1, language, attempt, at, Optional.empty(), channel);
    }

    Answer withValue(Value newValue) {
        return new Answer(question, newValue, inputMethod, confidence, language, attempt, at, recording, channel);
    }

    /** Whether there is a value. */
    public boolean isGiven() {
        return inputMethod != InputMethod.SKIPPED && inputMethod != InputMethod.LATE;
    }

    /** The question and the way it was answered, but not the value. */
    @Override
    public String toString() {
        return "Answer[" + question + ", " + inputMethod + "]";
    }
}
