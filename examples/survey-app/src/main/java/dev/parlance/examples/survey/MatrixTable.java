package dev.parlance.examples.survey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.results.AnswerStatistics;
import dev.parlance.survey.results.MatrixSummary;
import dev.parlance.survey.words.Words;
import java.util.Map;

/** One table for a matrix: a row for each item, a column for each possible answer. */
final class MatrixTable {
    private final Matrix matrix;
    private final Question first;
    private final Words words;

    private MatrixTable(Matrix matrix, Question first, Words words) {
        this.matrix = matrix;
        this.first = first;
        this.words = words;
    }

    /** Writes the tables of a survey as JSON, in its default language. */
    static void writeAll(Survey survey, Map<String, MatrixSummary> summaries, ArrayNode to) {
        Words words = survey.words(survey.prompts().defaultLanguage().tag());
        survey.groups()
                .forEach(group -> group.matrix()
                        .ifPresent(matrix -> new MatrixTable(
                                        matrix, group.questions().get(0), words)
                                .write(summaries.get(matrix.id()), to.addObject())));
    }

    private void write(MatrixSummary summary, ObjectNode to) {
        Language language = words.language();
        to.put("id", matrix.id()).put("text", language.source(matrix.settings().prompt()));
        ArrayNode answers = to.putArray("answers");
        summary.answers().forEach(answer -> answers.add(first.display(Value.of(answer), words)));
        ArrayNode rows = to.putArray("items");
        for (Matrix.Item item : matrix.items()) {
            AnswerStatistics statistics = summary.items().get(item.id());
            ObjectNode row = rows.addObject()
                    .put("label", language.text(matrix.promptOf(item)))
                    .put("answers", statistics.answers());
            ArrayNode counts = row.putArray("counts");
            summary.answers().forEach(answer -> counts.add(statistics.counts().getOrDefault(answer, 0)));
            statistics.mean().ifPresent(mean -> row.put("mean", mean));
        }
    }
}
