package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.NumberStatistics;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.analysis.ValueCount;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.Chart;
import dev.parlance.survey.pages.chart.HeatTable;
import dev.parlance.survey.pages.chart.LikertChart;
import dev.parlance.survey.question.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The chart of a matrix: diverging bars for a scale, otherwise a table in which darker cells have more answers. */
final class MatrixFigure {
    private final Labels labels;
    private final Matrix matrix;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> values = new LinkedHashSet<>();

    private record Item(String label, QuestionFigures figures, AnswerFigures.Choices choices) {
        int count(String value) {
            return choices.values().stream()
                    .filter(each -> each.value().equals(value))
                    .mapToInt(ValueCount::count)
                    .sum();
        }
    }

    MatrixFigure(Labels labels, Matrix matrix, List<QuestionFigures> figures) {
        this.labels = labels;
        this.matrix = matrix;
        for (QuestionFigures each : figures) {
            if (each.answers() instanceof AnswerFigures.Choices choices) {
                String label = matrix.item(each.id())
                        .map(item -> labels.text(matrix, item))
                        .orElse(each.id());
                items.add(new Item(label, each, choices));
                choices.values().forEach(value -> values.add(value.value()));
            }
        }
    }

    /** The figure; empty if the answers have no fixed set. */
    Optional<Figure> figure() {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        String description = items.size() + " items, each with " + values.size() + " answers.";
        return Optional.of(new Figure(labels.matrix(matrix), description, chart(), table(), List.of()));
    }

    private Chart chart() {
        boolean isScale = items.stream()
                        .allMatch(item -> ChoiceFigures.isScale(item.figures().kind(), item.choices())
                                || item.figures().responses().answered() == 0)
                && items.stream()
                        .anyMatch(item -> ChoiceFigures.isScale(item.figures().kind(), item.choices()));
        return isScale
                ? new LikertChart(
                        answers(),
                        items.stream()
                                .map(item -> new LikertChart.Row(item.label(), counts(item)))
                                .toList())
                : new HeatTable(
                        answers(),
                        items.stream()
                                .map(item -> new HeatTable.Row(item.label(), counts(item)))
                                .toList());
    }

    private List<String> answers() {
        String first = items.get(0).figures().id();
        return values.stream().map(value -> labels.answer(first, value)).toList();
    }

    private List<Integer> counts(Item item) {
        return values.stream().map(item::count).toList();
    }

    private DataTable table() {
        List<String> columns = new ArrayList<>(List.of("Item"));
        columns.addAll(answers());
        columns.add("Answers");
        columns.add("Mean");
        List<List<String>> rows = new ArrayList<>();
        for (Item item : items) {
            List<String> row = new ArrayList<>(List.of(item.label()));
            counts(item).forEach(count -> row.add(Amount.count(count)));
            row.add(Amount.count(item.figures().responses().answered()));
            row.add(item.choices().numbers().map(MatrixFigure::mean).orElse("–"));
            rows.add(row);
        }
        return new DataTable(columns, rows);
    }

    private static String mean(NumberStatistics numbers) {
        return Amount.decimal(numbers.mean().doubleValue(), 2);
    }
}
