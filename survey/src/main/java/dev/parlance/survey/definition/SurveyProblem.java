package dev.parlance.survey.definition;

/**
 * A problem in a survey.
 *
 * @param file the file, or the survey's name if it was built in code
 * @param line the line in the file, or 0
 * @param path the place in the survey, such as {@code questions[2].next}
 * @param message what is wrong and what to do
 */
public record SurveyProblem(String file, int line, String path, String message) {
    /** {@code survey.json:14: questions[2].next goes to "q9", which does not exist}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (path.isEmpty() ? "" : path + " ") + message;
    }
}
