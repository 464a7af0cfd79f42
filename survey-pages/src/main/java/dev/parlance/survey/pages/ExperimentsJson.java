package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.analysis.NumberStatistics;
import dev.parlance.survey.analysis.Overview;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.analysis.ValueCount;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.question.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the arms of each experiment beside each other: a row for each figure, with its margin. */
final class ExperimentsJson {
    private static final int MOST_ANSWERS = 11;

    private final Survey survey;
    private final Labels labels;

    ExperimentsJson(Survey survey, Labels labels) {
        this.survey = survey;
        this.labels = labels;
    }

    private record Arm(Overview overview, Map<String, QuestionFigures> questions) {}

    void write(Analysis everybody, ArrayNode json) {
        survey.questions().stream()
                .filter(Assignment.class::isInstance)
                .map(Assignment.class::cast)
                .forEach(experiment -> write(experiment, everybody, json));
    }

    private void write(Assignment experiment, Analysis everybody, ArrayNode json) {
        Map<String, Arm> arms = new LinkedHashMap<>();
        for (String name : experiment.arms().keySet()) {
            Analysis analysis = everybody.matching(ResultFilter.ALL.withArm(experiment.id(), name), everybody.zone());
            Map<String, QuestionFigures> questions = new LinkedHashMap<>();
            analysis.questions().stream()
                    .filter(question -> !question.id().equals(experiment.id()))
                    .forEach(question -> questions.put(question.id(), question));
            arms.put(name, new Arm(analysis.overview(), questions));
        }
        int people = arms.values().stream()
                .mapToInt(arm -> arm.overview().people().invited())
                .sum();
        if (people > 0) {
            ObjectNode each = json.addObject().put("id", experiment.id()).put("people", people);
            table(arms).writeTo(each.putObject("table"));
        }
    }

    private DataTable table(Map<String, Arm> arms) {
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(arms.keySet());
        List<List<String>> rows = new ArrayList<>();
        row(
                rows,
                arms,
                "People",
                arm -> Optional.of(Amount.count(arm.overview().people().invited())));
        row(
                rows,
                arms,
                "Completion rate",
                arm -> arm.overview().completionRate().map(ExperimentsJson::share));
        arms.values().iterator().next().questions().values().forEach(question -> addRows(rows, arms, question));
        return new DataTable(columns, rows);
    }

    private void addRows(List<List<String>> rows, Map<String, Arm> arms, QuestionFigures question) {
        String id = question.id();
        if (question.answers() instanceof AnswerFigures.Numbers) {
            row(rows, arms, id + ", mean", arm -> numbers(arm, id).map(ExperimentsJson::mean));
        } else if (question.answers() instanceof AnswerFigures.Choices choices) {
            if (arms.values().stream()
                    .anyMatch(arm -> choices(arm, id)
                            .flatMap(AnswerFigures.Choices::numbers)
                            .isPresent())) {
                row(
                        rows,
                        arms,
                        id + ", mean",
                        arm -> choices(arm, id)
                                .flatMap(AnswerFigures.Choices::numbers)
                                .map(ExperimentsJson::mean));
            } else if (choices.values().size() <= MOST_ANSWERS) {
                choices.values()
                        .forEach(value -> row(
                                rows,
                                arms,
                                id + ", " + labels.answer(id, value.value()),
                                arm -> choices(arm, id).flatMap(each -> shareOf(each, value.value()))));
            }
        }
    }

    private static Optional<AnswerFigures.Choices> choices(Arm arm, String question) {
        return Optional.ofNullable(arm.questions().get(question))
                .map(QuestionFigures::answers)
                .filter(AnswerFigures.Choices.class::isInstance)
                .map(AnswerFigures.Choices.class::cast);
    }

    private static Optional<NumberStatistics> numbers(Arm arm, String question) {
        return Optional.ofNullable(arm.questions().get(question))
                .map(QuestionFigures::answers)
                .filter(AnswerFigures.Numbers.class::isInstance)
                .flatMap(numbers -> ((AnswerFigures.Numbers) numbers).statistics());
    }

    private static Optional<String> shareOf(AnswerFigures.Choices choices, String value) {
        return choices.values().stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .flatMap(ValueCount::share)
                .map(ExperimentsJson::share);
    }

    private static String share(Estimate share) {
        return ChoiceFigures.percent(share) + " (" + ChoiceFigures.interval(share) + ")";
    }

    private static String mean(NumberStatistics numbers) {
        String mean = Amount.decimal(numbers.mean().doubleValue(), 2);
        return numbers.interval()
                .map(interval -> mean + " (" + Amount.decimal(interval.low().doubleValue(), 2) + " to "
                        + Amount.decimal(interval.high().doubleValue(), 2) + ")")
                .orElse(mean);
    }

    private static void row(
            List<List<String>> rows, Map<String, Arm> arms, String label, Function<Arm, Optional<String>> figure) {
        List<String> row = new ArrayList<>(List.of(label));
        arms.values().forEach(arm -> row.add(figure.apply(arm).orElse("–")));
        rows.add(row);
    }
}
