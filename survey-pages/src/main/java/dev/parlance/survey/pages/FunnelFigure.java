package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.DropOff;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.FunnelChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where people leave. */
final class FunnelFigure {
    private static final int MAX_STEPS = 5;
    private static final int MAX_WORDS = 20;
    private static final int LONGEST_LABEL = 90;

    private final Labels labels;
    private final DropOff dropOff;

    FunnelFigure(Labels labels, DropOff dropOff) {
        this.labels = labels;
        this.dropOff = dropOff;
    }

    boolean isEmpty() {
        return dropOff.people().invited() == 0;
    }

    int left() {
        return dropOff.steps().stream().mapToInt(DropOff.Step::left).sum();
    }

    Figure figure() {
        List<FunnelChart.Step> steps = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        add(steps, rows, "Invited", dropOff.people().invited());
        for (DropOff.Step step : dropOff.steps()) {
            steps.add(new FunnelChart.Step(label(step), step.reached(), step.left()));
            rows.add(List.of(
                    label(step),
                    Amount.count(step.reached()),
                    Amount.count(step.answered()),
                    Amount.count(step.left()),
                    Amount.count(step.waiting())));
        }
        add(steps, rows, "Completed", dropOff.people().completed());
        String description = "Of " + Amount.count(dropOff.people().invited()) + " people, "
                + Amount.count(dropOff.people().completed()) + " completed the survey, and " + Amount.count(left())
                + " left it at a question.";
        return new Figure(
                "Where people leave",
                description,
                new FunnelChart(steps),
                new DataTable(List.of("Step", "Got here", "Answered", "Left here", "Still open"), rows),
                List.of());
    }

    private static void add(List<FunnelChart.Step> steps, List<List<String>> rows, String label, int count) {
        steps.add(new FunnelChart.Step(label, count, 0));
        rows.add(List.of(label, Amount.count(count), "–", "–", "–"));
    }

    private String label(DropOff.Step step) {
        String text = labels.question(step.question());
        return text.length() <= LONGEST_LABEL
                ? text
                : text.substring(0, LONGEST_LABEL).strip() + "…";
    }

    /** Writes what those who left said last, for the questions where most people leave. */
    void writeWords(Analysis analysis, ArrayNode json) {
        dropOff.steps().stream()
                .filter(step -> step.left() > 0)
                .sorted(Comparator.comparingInt(DropOff.Step::left).reversed())
                .limit(MAX_STEPS)
                .forEach(step -> {
                    ObjectNode each = json.addObject().put("label", label(step)).put("left", step.left());
                    ReplyJson.writeAll(labels, analysis.lastWords(step.question(), MAX_WORDS), each.putArray("words"));
                });
    }
}
