package dev.parlance.survey.replies;

import dev.parlance.Problem;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replies that a survey must understand, from a table with tabs: {@code question}, {@code language}, {@code channel}, {@code
 * reply}, {@code expected}. Hold a survey to it in a test:
 *
 * <pre>{@code
 * @Test
 * void the_survey_understands_its_people() {
 *     ReplyReport report = ReplyTable.read(Path.of("replies.tsv")).run(survey, Instant.parse("2026-05-13T12:00:00Z"));
 *     assertThat(report.misread()).isEmpty();
 * }
 * }</pre>
 */
public final class ReplyTable {
    static final List<String> COLUMNS = List.of("question", "language", "channel", "reply", "expected");

    private final List<TestReply> replies;

    private ReplyTable(List<TestReply> replies) {
        this.replies = List.copyOf(replies);
    }

    /** A table of these replies. */
    public static ReplyTable of(List<TestReply> replies) {
        return new ReplyTable(replies);
    }

    /**
     * Reads a table. Further columns are ignored, and so are replies without {@code expected}.
     *
     * @throws SurveyException if the file can't be read, or with all lines that are malformed
     */
    public static ReplyTable read(Path file) {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !columns(lines.get(0)).equals(COLUMNS)) {
            throw SurveyException.of(List.of(Problem.at(
                    file.toString(),
                    1,
                    "the first line must be the names of the columns, separated by tabs: "
                            + String.join(", ", COLUMNS))));
        }
        List<TestReply> replies = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split("\t", -1));
            if (cells.size() >= COLUMNS.size()) {
                TestReply reply = new TestReply(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
                if (!reply.expected().isBlank()) {
                    replies.add(reply);
                }
            } else if (!lines.get(i).isBlank()) {
                problems.add(Problem.at(
                        file.toString(), i + 1, "has " + cells.size() + " columns, but needs " + COLUMNS.size()));
            }
        }
        if (!problems.isEmpty()) {
            throw SurveyException.of(problems);
        }
        return new ReplyTable(replies);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurveyException("The table " + file + " can't be read: " + e, e);
        }
    }

    private static List<String> columns(String head) {
        return List.of(head.split("\t", -1)).stream().limit(COLUMNS.size()).toList();
    }

    /** The replies. */
    public List<TestReply> replies() {
        return replies;
    }

    /**
     * Gives each reply to the survey, in a session of its own at that question.
     *
     * @param now the time of the replies, on which dates depend
     */
    public ReplyReport run(Survey survey, Instant now) {
        List<ReplyReport.Row> rows = new ArrayList<>();
        for (TestReply reply : replies) {
            rows.add(ReplyReport.Row.of(survey, reply, now));
        }
        return new ReplyReport(rows);
    }
}
