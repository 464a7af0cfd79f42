package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.NetPromoterScore;
import dev.parlance.survey.analysis.NumberStatistics;
import dev.parlance.survey.analysis.QuestionAnalysis;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the views of a survey's questions. The items of a matrix are one view. */
final class QuestionViews {
    private final Survey survey;
    private final Labels labels;
    private final FigureMaker figures;

    QuestionViews(Survey survey, Labels labels) {
        this.survey = survey;
        this.labels = labels;
        this.figures = new FigureMaker(labels);
    }

    /** All questions, in the survey's order. */
    List<QuestionView> all(Analysis analysis) {
        List<QuestionView> views = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        List<QuestionFigures> questions = analysis.questions();
        for (QuestionFigures question : questions) {
            Optional<Matrix> matrix = matrixWith(question.id());
            if (matrix.isEmpty()) {
                views.add(view(question));
            } else if (shown.add(matrix.get().id())) {
                views.add(view(
                        matrix.get(),
                        questions.stream()
                                .filter(each -> matrix.get().item(each.id()).isPresent())
                                .toList()));
            }
        }
        return views;
    }

    /** One question, or the matrix with this id. */
    QuestionView one(Analysis analysis, String id) {
        return matrix(id)
                .map(matrix -> view(matrix, items(analysis, matrix).map(QuestionAnalysis::figures)))
                .orElseGet(() -> view(analysis.question(id).figures()));
    }

    /** One question for each language or channel, by its tag or name. */
    Map<String, QuestionView> split(
            Analysis analysis, String id, Function<QuestionAnalysis, Map<String, QuestionFigures>> by) {
        Map<String, QuestionView> views = new TreeMap<>();
        Optional<Matrix> matrix = matrix(id);
        if (matrix.isEmpty()) {
            by.apply(analysis.question(id)).forEach((name, part) -> views.put(name, view(part)));
            return views;
        }
        Map<String, List<QuestionFigures>> parts = new TreeMap<>();
        items(analysis, matrix.get())
                .map(by)
                .forEach(each -> each.forEach((name, part) ->
                        parts.computeIfAbsent(name, any -> new ArrayList<>()).add(part)));
        parts.forEach((name, items) -> views.put(name, view(matrix.get(), items)));
        return views;
    }

    private Items items(Analysis analysis, Matrix matrix) {
        return new Items(matrix.questions().stream()
                .map(Question::id)
                .map(analysis::question)
                .toList());
    }

    private record Items(List<QuestionAnalysis> questions) {
        <T> List<T> map(Function<QuestionAnalysis, T> function) {
            return questions.stream().map(function).toList();
        }
    }

    private Optional<Matrix> matrix(String id) {
        return survey.groups().stream()
                .flatMap(group -> group.matrix().stream())
                .filter(matrix -> matrix.id().equals(id))
                .findFirst();
    }

    private Optional<Matrix> matrixWith(String question) {
        return survey.groups().stream()
                .map(Group::matrix)
                .flatMap(Optional::stream)
                .filter(matrix -> matrix.item(question).isPresent())
                .findFirst();
    }

    private QuestionView view(Matrix matrix, List<QuestionFigures> items) {
        return new QuestionView(
                matrix.id(),
                labels.matrix(matrix),
                "matrix",
                items,
                new MatrixFigure(labels, matrix, items).figure(),
                List.of());
    }

    private QuestionView view(QuestionFigures question) {
        return new QuestionView(
                question.id(),
                labels.question(question.id()),
                question.kind(),
                List.of(question),
                figures.of(question),
                facts(question.answers()));
    }

    private static List<QuestionView.Fact> facts(AnswerFigures answers) {
        List<QuestionView.Fact> facts = new ArrayList<>();
        if (answers instanceof AnswerFigures.Choices choices) {
            choices.nps().ifPresent(nps -> addTo(facts, nps));
            choices.numbers().ifPresent(numbers -> addTo(facts, numbers, false));
        } else if (answers instanceof AnswerFigures.Numbers numbers) {
            numbers.statistics().ifPresent(statistics -> addTo(facts, statistics, true));
        }
        return facts;
    }

    private static void addTo(List<QuestionView.Fact> facts, NetPromoterScore nps) {
        facts.add(new QuestionView.Fact("NPS", Amount.signed(nps.score().value().doubleValue())));
        facts.add(new QuestionView.Fact(
                "Margin",
                Amount.signed(nps.score().low().doubleValue()) + " to "
                        + Amount.signed(nps.score().high().doubleValue())));
    }

    private static void addTo(List<QuestionView.Fact> facts, NumberStatistics numbers, boolean withQuartiles) {
        facts.add(new QuestionView.Fact("Mean", decimal(numbers.mean().doubleValue())));
        numbers.interval()
                .ifPresent(interval -> facts.add(new QuestionView.Fact(
                        "Margin",
                        decimal(interval.low().doubleValue()) + " to "
                                + decimal(interval.high().doubleValue()))));
        facts.add(new QuestionView.Fact(
                "Median", decimal(numbers.quartiles().median().doubleValue())));
        if (withQuartiles) {
            facts.add(new QuestionView.Fact(
                    "Middle half",
                    decimal(numbers.quartiles().first().doubleValue()) + " to "
                            + decimal(numbers.quartiles().third().doubleValue())));
        }
        numbers.standardDeviation()
                .ifPresent(deviation ->
                        facts.add(new QuestionView.Fact("Standard dev.", decimal(deviation.doubleValue()))));
    }

    private static String decimal(double number) {
        return Amount.decimal(number, 2);
    }
}
