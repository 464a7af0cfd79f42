package dev.parlance.survey.analysis;

import java.time.Instant;

/**
 * What a person said, for people to read.
 *
 * @param respondent the last two characters of the person's address, such as {@code …06}
 * @param at when they said it
 * @param question the name of the question, with the round in a repeated group
 * @param words the answer, or the words that were not understood; free text without names, numbers and addresses
 * @param language the tag of the person's language
 * @param channel the name of the channel
 */
public record GivenReply(
        String respondent, Instant at, String question, String words, String language, String channel) {
    /** The respondent and the question, but not the words. */
    @Override
    public String toString() {
        return "GivenReply[" + respondent + ", " + question + "]";
    }
}
