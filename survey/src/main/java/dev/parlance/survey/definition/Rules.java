package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;

/**
 * How answers are taken. Immutable: each method returns a new one.
 *
 * <pre>{@code
 * Rules.DEFAULT.attempts(Attempts.thenEnd(2)).takingSeveralAnswers();
 * }</pre>
 *
 * @param attempts how often a question is asked that does not say so itself
 * @param confidence below which a caller is asked whether he was understood, from 0 to 1
 * @param severalAnswers whether one text may answer several questions: "5, 3, great"
 * @param partialAfter how many answers make a survey that was not finished worth counting
 * @param pauseSeconds the silence on calls before a question
 * @param commands which words are commands
 */
public record Rules(
        Attempts attempts,
        double confidence,
        boolean severalAnswers,
        int partialAfter,
        int pauseSeconds,
        Commands commands) {
    /** Three attempts, half sure, one answer a text. */
    public static final Rules DEFAULT = new Rules(Attempts.DEFAULT, 0.5, false, 1, 0, Commands.ALL);

    /** The same, with so many attempts at each question. */
    public Rules attempts(Attempts newAttempts) {
        return new Rules(newAttempts, confidence, severalAnswers, partialAfter, pauseSeconds, commands);
    }

    /** The same, asking back below this confidence. */
    public Rules confidence(double least) {
        return new Rules(attempts, least, severalAnswers, partialAfter, pauseSeconds, commands);
    }

    /** The same, with several answers in one text. */
    public Rules takingSeveralAnswers() {
        return new Rules(attempts, confidence, true, partialAfter, pauseSeconds, commands);
    }

    /** The same, with so many answers worth counting. */
    public Rules partialAfter(int answers) {
        return new Rules(attempts, confidence, severalAnswers, answers, pauseSeconds, commands);
    }

    /** The same, with a silence before each question of a call. */
    public Rules pauseSeconds(int seconds) {
        return new Rules(attempts, confidence, severalAnswers, partialAfter, seconds, commands);
    }

    /** The same, with these commands. */
    public Rules commands(Commands newCommands) {
        return new Rules(attempts, confidence, severalAnswers, partialAfter, pauseSeconds, newCommands);
    }
}
