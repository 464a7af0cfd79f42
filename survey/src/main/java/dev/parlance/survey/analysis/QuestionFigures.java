package dev.parlance.survey.analysis;

/**
 * The figures of a question.
 *
 * @param id the question's id
 * @param kind the name of its kind in {@code survey.json}, such as {@code choice}
 * @param isCurrent whether the current version of the survey has the question
 * @param responses how many were asked, and how many answered
 * @param answers what the answers were
 */
public record QuestionFigures(
        String id, String kind, boolean isCurrent, ResponseCounts responses, AnswerFigures answers) {}
