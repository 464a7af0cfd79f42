package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;

/**
 * How answers are taken.
 *
 * @param attempts how often a question is asked that does not say so itself
 * @param confidence below which a caller is asked whether he was understood, from 0 to 1
 * @param severalAnswers whether one text may answer several questions: "5, 3, great"
 * @param partialAfter how many answers make a survey that was not finished worth counting
 * @param pauseSeconds the silence on calls before a question
 */
public record Rules(Attempts attempts, double confidence, boolean severalAnswers, int partialAfter, int pauseSeconds) {
    /** Three attempts, half sure, one answer a text. */
    public static final Rules DEFAULT = new Rules(Attempts.DEFAULT, 0.5, false, 1, 0);
}
