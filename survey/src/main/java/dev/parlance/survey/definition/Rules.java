package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;

/**
 * How answers are handled. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * Rules.DEFAULT.withAttempts(Attempts.thenEnd(2)).withSeveralAnswers();
 * }</pre>
 *
 * @param attempts how often a question is asked, unless the question has its own setting
 * @param confidence the certainty, from 0 to 1, below which an answer is said back to be confirmed
 * @param severalAnswers whether one text can answer several questions: "5, 3, great"
 * @param partialAfter the number of answers from which an unfinished survey counts as partial
 * @param pauseSeconds the silence before each question of a call
 * @param commands which words are commands
 */
public record Rules(
        Attempts attempts,
        double confidence,
        boolean severalAnswers,
        int partialAfter,
        int pauseSeconds,
        Commands commands) {
    /** Three attempts, confidence 0.5, one answer per text, partial after one answer, no pause, all commands. */
    public static final Rules DEFAULT = new Rules(Attempts.DEFAULT, 0.5, false, 1, 0, Commands.ALL);

    /** Returns a copy with these attempts for each question. */
    public Rules withAttempts(Attempts newAttempts) {
        return new Rules(newAttempts, confidence, severalAnswers, partialAfter, pauseSeconds, commands);
    }

    /** Returns a copy that says answers back that are less certain than this, from 0 to 1. */
    public Rules withConfidence(double least) {
        return new Rules(attempts, least, severalAnswers, partialAfter, pauseSeconds, commands);
    }

    /** Returns a copy that accepts several answers in one text. */
    public Rules withSeveralAnswers() {
        return new Rules(attempts, confidence, true, partialAfter, pauseSeconds, commands);
    }

    /** Returns a copy that counts unfinished surveys from this number of answers. */
    public Rules withPartialAfter(int answers) {
        return new Rules(attempts, confidence, severalAnswers, answers, pauseSeconds, commands);
    }

    /** Returns a copy with this silence before each question of a call. */
    public Rules withPauseSeconds(int seconds) {
        return new Rules(attempts, confidence, severalAnswers, partialAfter, seconds, commands);
    }

    /** Returns a copy with these commands. */
    public Rules withCommands(Commands newCommands) {
        return new Rules(attempts, confidence, severalAnswers, partialAfter, pauseSeconds, newCommands);
    }
}
