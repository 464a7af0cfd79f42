package dev.parlance.examples.survey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.MissedReplies;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.results.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** How many replies were not understood, by question and language, with the most frequent ones of the newest sessions. */
final class MissedTable {
    private static final int MAX_ROWS = 20;
    private static final int MAX_REPLIES = 5;
    private static final int MAX_SESSIONS = 200;

    private final List<Row> rows = new ArrayList<>();
    private final MissedReplies replies;

    private record Row(String question, String language, int count) {}

    private MissedTable(Summary summary, MissedReplies replies) {
        this.replies = replies;
        summary.questions()
                .forEach((question, figures) ->
                        figures.byLanguage().forEach((language, statistics) -> add(question, language, statistics)));
    }

    private void add(String question, String language, AnswerStatistics statistics) {
        if (statistics.missed() > 0) {
            rows.add(new Row(question, language, statistics.missed()));
        }
    }

    static MissedTable of(Summary summary, Results results) {
        return new MissedTable(summary, results.missedReplies(MAX_SESSIONS));
    }

    /**
     * Writes the rows as JSON, the largest count first.
     *
     * @param languageName the name of the language with this tag
     */
    void write(ArrayNode to, UnaryOperator<String> languageName) {
        rows.stream()
                .sorted(Comparator.comparingInt(Row::count).reversed())
                .limit(MAX_ROWS)
                .forEach(row -> write(to.addObject(), row, languageName.apply(row.language())));
    }

    private void write(ObjectNode to, Row row, String language) {
        to.put("question", row.question()).put("language", language).put("count", row.count());
        ArrayNode list = to.putArray("replies");
        replies.rows().stream()
                .filter(reply -> reply.question().equals(row.question()))
                .filter(reply -> reply.language().equals(row.language()))
                .limit(MAX_REPLIES)
                .forEach(reply -> list.addObject().put("reply", reply.reply()).put("count", reply.count()));
    }
}
