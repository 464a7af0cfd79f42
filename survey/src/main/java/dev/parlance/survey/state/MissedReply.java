package dev.parlance.survey.state;

import java.time.Instant;

/**
 * A reply that the survey did not understand.
 *
 * @param question the question's id
 * @param language the tag of the person's language
 * @param channel the name of the channel
 * @param words the words, without what could identify the person; empty if they can't be kept
 * @param outcome what became of the reply
 * @param at when it arrived
 */
public record MissedReply(String question, String language, String channel, String words, Outcome outcome, Instant at) {
    /** What became of a reply. */
    public enum Outcome {
        /** The question was asked again. */
        ASKED_AGAIN,
        /** The survey said back what it had understood, and the person refused it. */
        REFUSED,
        /** The survey said back what it had understood, and the person has not replied yet. */
        SAID_BACK
    }

    /** Whether it is certain that the survey did not understand the reply. */
    public boolean isMissed() {
        return outcome != Outcome.SAID_BACK;
    }

    MissedReply refused() {
        return new MissedReply(question, language, channel, words, Outcome.REFUSED, at);
    }

    /** The question, the language and the outcome, never the words. */
    @Override
    public String toString() {
        return "MissedReply[" + question + ", " + language + ", " + outcome + "]";
    }
}
