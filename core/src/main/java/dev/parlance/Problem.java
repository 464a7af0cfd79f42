package dev.parlance;

import java.util.Comparator;

/**
 * A problem in a file, a definition or the settings.
 *
 * <pre>{@code
 * try {
 *     SurveyFolder.at(Path.of("survey")).load();
 * } catch (SurveyException e) {
 *     for (Problem problem : e.problems()) {
 *         System.err.println(problem); // survey.json:14: questions[2].next goes to "q9", which does not exist
 *     }
 * }
 * }</pre>
 *
 * @param file the file, with its folder; empty if the problem is not in a file
 * @param line the line in the file; 0 if the problem concerns the whole file
 * @param path the place in the document, such as {@code questions[2].next}, or the name of a setting; may be empty
 * @param message what is wrong and what to do; continues the path as a sentence if there is one
 */
public record Problem(String file, int line, String path, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** A problem that isn't in a file. */
    public static Problem of(String message) {
        return new Problem("", 0, "", message);
    }

    /** A problem in a file. */
    public static Problem at(String file, int line, String message) {
        return new Problem(file, line, "", message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code survey.json:14: questions[2].next goes to "q9", which does not exist}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!file.isEmpty()) {
            text.append(": ");
        }
        if (!path.isEmpty()) {
            text.append(path).append(' ');
        }
        return text.append(message).toString();
    }
}
