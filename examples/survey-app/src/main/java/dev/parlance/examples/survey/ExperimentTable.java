package dev.parlance.examples.survey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.results.ArmStatistics;
import dev.parlance.survey.results.ArmSummary;
import dev.parlance.survey.results.Summary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures of an experiment: a row for each figure, a cell for each arm. Shares are in percent. */
final class ExperimentTable {
    private final Map<String, ArmSummary> arms;
    private final ArrayNode rows;

    private ExperimentTable(Map<String, ArmSummary> arms, ArrayNode rows) {
        this.arms = arms;
        this.rows = rows;
    }

    /**
     * Writes all experiments as JSON.
     *
     * @param answerLabel the name of an answer to a question
     */
    static void write(Summary summary, ArrayNode to, BinaryOperator<String> answerLabel) {
        summary.experiments().forEach((question, arms) -> {
            ObjectNode json = to.addObject().put("question", question);
            ArrayNode names = json.putArray("arms");
            arms.forEach((arm, figures) -> names.addObject()
                    .put("name", answerLabel.apply(question, arm))
                    .put("people", figures.people()));
            new ExperimentTable(arms, json.putArray("rows")).write(answerLabel);
        });
    }

    private void write(BinaryOperator<String> answerLabel) {
        row("completed", true, ArmSummary::completed);
        for (String question : questions()) {
            if (figures(question).anyMatch(each -> each.mean().isPresent())) {
                row(
                        question + ", mean",
                        false,
                        arm -> arm.questions().get(question).mean());
            } else {
                figures(question)
                        .flatMap(each -> each.shares().keySet().stream())
                        .distinct()
                        .forEach(answer -> row(
                                question + ", " + answerLabel.apply(question, answer),
                                true,
                                arm -> Optional.ofNullable(
                                        arm.questions().get(question).shares().get(answer))));
            }
        }
    }

    private Set<String> questions() {
        return arms.values().iterator().next().questions().keySet();
    }

    private Stream<ArmStatistics> figures(String question) {
        return arms.values().stream().map(arm -> arm.questions().get(question));
    }

    private void row(String label, boolean isPercent, Function<ArmSummary, Optional<Estimate>> figure) {
        ObjectNode row = rows.addObject().put("label", label).put("percent", isPercent);
        ArrayNode cells = row.putArray("cells");
        for (ArmSummary arm : arms.values()) {
            figure.apply(arm)
                    .ifPresentOrElse(
                            estimate -> cells.addObject()
                                    .put("value", estimate.value())
                                    .put("low", estimate.low())
                                    .put("high", estimate.high()),
                            cells::addNull);
        }
    }
}
