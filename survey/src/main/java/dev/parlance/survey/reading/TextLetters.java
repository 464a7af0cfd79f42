package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;

/** A reply of a single letter, such as "b" or "B)". */
final class TextLetters {
    private TextLetters() {}

    /** The letter; empty if the reply is longer. */
    static String only(String reply) {
        String folded = TextNormalizer.normalize(reply);
        return folded.length() == 1 ? folded : "";
    }
}
