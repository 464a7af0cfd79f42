package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.results.Summary.QuestionSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to a matrix as one table: a row for each item, a column for each possible answer.
 *
 * @param answers the possible answers, in order; empty if they are not counted
 * @param items the statistics of each item, by its id
 */
public record MatrixSummary(List<String> answers, Map<String, AnswerStatistics> items) {
    /** Copies the list and the map, and keeps their order. */
    public MatrixSummary {
        answers = List.copyOf(answers);
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    static MatrixSummary of(Matrix matrix, Map<String, QuestionSummary> questions, List<String> answers) {
        Map<String, AnswerStatistics> items = new LinkedHashMap<>();
        for (Matrix.Item item : matrix.items()) {
            QuestionSummary summary = questions.get(matrix.nameOf(item));
            if (summary != null) {
                items.put(item.id(), summary.all());
            }
        }
        return new MatrixSummary(answers, items);
    }

    void writeTo(ObjectNode json) {
        ArrayNode columns = json.putArray("answers");
        answers.forEach(columns::add);
        ObjectNode rows = json.putObject("items");
        items.forEach((item, statistics) -> statistics.writeTo(rows.putObject(item)));
    }
}
