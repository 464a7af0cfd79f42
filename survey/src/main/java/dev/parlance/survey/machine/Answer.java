package dev.parlance.survey.machine;

import dev.parlance.survey.question.Channel;
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
 */
public record Answer(
        String question,
        Value value,
        How how,
        double confidence,
        String language,
        int attempt,
        Instant at,
        Optional<String> recording) {
    /** How an answer was given. */
    public enum How {
        /** By text message. */
        TEXT,
        /** By keys of a phone. */
        KEYS,
        /** By speech. */
        SPEECH,
        /** By speech that was recorded. */
        RECORDING,
        /** Not at all: it was left out, on purpose or after too many attempts. */
        SKIPPED,
        /** By a text that was sent before the question was asked: kept, and counted for nothing. */
        LATE
    }

    private static final Value NOTHING = new Value(List.of());

    static Answer skipped(String question, String language, int attempt, Instant at) {
        return new Answer(question, NOTHING, How.SKIPPED, 1, language, attempt, at, Optional.empty());
    }

    Answer withValue(Value written) {
        return new Answer(question, written, how, confidence, language, attempt, at, recording);
    }

    /** Whether there is a value. */
    public boolean isGiven() {
        return how != How.SKIPPED && how != How.LATE;
    }

    /** By which channel it was given. */
    public Channel channel() {
        return how == How.TEXT || how == How.LATE ? Channel.TEXT : Channel.VOICE;
    }

    /** To which question, and how; never what. */
    @Override
    public String toString() {
        return "Answer[" + question + ", " + how + "]";
    }
}
