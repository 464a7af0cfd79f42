package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.analysis.ValueCount;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.BarChart;
import dev.parlance.survey.pages.chart.Chart;
import dev.parlance.survey.pages.chart.ColumnChart;
import dev.parlance.survey.pages.chart.NpsChart;
import dev.parlance.survey.pages.chart.ScaleChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The charts of answers from a fixed set. */
final class ChoiceFigures {
    private static final int LONGEST_SCALE = 11;

    private final Labels labels;
    private final String id;
    private final String kind;
    private final AnswerFigures.Choices choices;
    private final int answered;

    ChoiceFigures(Labels labels, String id, String kind, AnswerFigures.Choices choices, int answered) {
        this.labels = labels;
        this.id = id;
        this.kind = kind;
        this.choices = choices;
        this.answered = answered;
    }

    Figure figure() {
        return new Figure(labels.question(id), description(), chart(), table(), shares());
    }

    private Chart chart() {
        if (kind.equals("nps")) {
            return new NpsChart(
                    IntStream.rangeClosed(0, 10).map(this::count).boxed().toList());
        }
        if (isScale(kind, choices)) {
            return new ScaleChart(choices.values().stream()
                    .map(each -> new ScaleChart.Point(each.value(), label(each), each.count()))
                    .toList());
        }
        if (choices.numbers().isPresent()) {
            return new ColumnChart(
                    choices.values().stream()
                            .map(each -> new ColumnChart.Column(each.value(), each.count()))
                            .toList(),
                    ColumnChart.Tone.PLAIN);
        }
        return new BarChart(choices.values().stream().map(this::bar).toList());
    }

    /** Whether the answers are the points of a scale from bad to good, as opposed to numbers of something. */
    static boolean isScale(String kind, AnswerFigures.Choices choices) {
        return !choices.isMultiple()
                && !kind.equals("number")
                && choices.values().size() >= 3
                && choices.values().size() <= LONGEST_SCALE
                && choices.numbers().isPresent();
    }

    private int count(int number) {
        return choices.values().stream()
                .filter(each -> each.value().equals(Integer.toString(number)))
                .mapToInt(ValueCount::count)
                .sum();
    }

    private String label(ValueCount value) {
        return labels.answer(id, value.value());
    }

    private BarChart.Bar bar(ValueCount value) {
        return new BarChart.Bar(
                label(value),
                value.share().map(share -> share.value().doubleValue()).orElse(0.0),
                Amount.count(value.count())
                        + value.share()
                                .map(share ->
                                        " · " + Amount.percent(share.value().doubleValue()))
                                .orElse(""),
                value.share().map(ChoiceFigures::margin));
    }

    static BarChart.Margin margin(Estimate estimate) {
        return new BarChart.Margin(estimate.low().doubleValue(), estimate.high().doubleValue());
    }

    private String description() {
        Optional<ValueCount> most = choices.values().stream().max(Comparator.comparingInt(ValueCount::count));
        return most.filter(each -> each.count() > 0)
                .map(each -> "The most frequent of " + choices.values().size() + " answers is " + label(each)
                        + ", with " + Amount.count(each.count()) + " of " + Amount.count(answered) + ".")
                .orElse("There are no answers yet.");
    }

    private DataTable table() {
        List<List<String>> rows = new ArrayList<>();
        choices.values()
                .forEach(each -> rows.add(List.of(
                        label(each),
                        Amount.count(each.count()),
                        each.share().map(ChoiceFigures::percent).orElse("–"),
                        each.share().map(ChoiceFigures::interval).orElse("–"))));
        for (Map.Entry<String, Integer> refusal : choices.refusals().entrySet()) {
            rows.add(List.of(labels.answer(id, refusal.getKey()), Amount.count(refusal.getValue()), "–", "–"));
        }
        return new DataTable(List.of("Answer", "Answers", "Share", "Margin"), rows);
    }

    static String percent(Estimate share) {
        return Amount.percent(share.value().doubleValue());
    }

    /** {@code 39.8% to 44.4%} */
    static String interval(Estimate share) {
        return Amount.percent(share.low().doubleValue()) + " to "
                + Amount.percent(share.high().doubleValue());
    }

    private List<Figure.Share> shares() {
        List<Figure.Share> shares = new ArrayList<>();
        choices.values()
                .forEach(each -> each.share().ifPresent(share -> shares.add(new Figure.Share(label(each), share))));
        return shares;
    }
}
