package dev.parlance.survey.session;

import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.Optional;

/** An accepted answer. Created by the library. */
public interface Answer {
    /** The question; {@code group.2.question} in the second round of a group. */
    String question();

    /** The value, the same in every language. It has no parts if the question was skipped. */
    Value value();

    /** The way it was given. */
    InputMethod inputMethod();

    /**
     * How certain the answer is, from 0 to 1: the speech recognizer's confidence, less if the answer was mentioned among other
     * words. 1 for keys and for texts that are exactly an answer.
     */
    double confidence();

    /** The tag of the respondent's language. */
    String language();

    /** The attempt that was understood, from 1. */
    int attempt();

    /** The time of the answer. */
    Instant at();

    /** The recording's SID, if it was recorded. */
    Optional<String> recording();

    /** The name of the channel. */
    String channel();

    /** The text that the person agreed to, if the question keeps it, such as a question for consent. Default: none. */
    default Optional<String> wording() {
        return Optional.empty();
    }

    /** Whether there is a value. */
    default boolean isGiven() {
        return switch (inputMethod()) {
            case SKIPPED, TIMED_OUT, LATE -> false;
            case TEXT, KEYS, SPEECH, RECORDING, COMPUTED -> true;
        };
    }

    /** The way an answer was given. */
    enum InputMethod {
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
        /** Not in the time that the question gives. */
        TIMED_OUT,
        /** By a message sent before the question was asked, or after its time. It is stored but does not count. */
        LATE,
        /** Not given by the person, but computed from other answers. */
        COMPUTED
    }
}
