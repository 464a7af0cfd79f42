package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.NumberStatistics;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.analysis.ValueCount;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.BarChart;
import dev.parlance.survey.pages.chart.ColumnChart;
import dev.parlance.survey.pages.chart.PlaceMap;
import dev.parlance.survey.pages.chart.RankChart;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the chart that fits the answers to a question. */
final class FigureMaker {
    private static final int MAX_PLACES = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final Labels labels;

    FigureMaker(Labels labels) {
        this.labels = labels;
    }

    /** The figure of a question; empty if its answers are not counted. */
    Optional<Figure> of(QuestionFigures question) {
        String id = question.id();
        int answered = question.responses().answered();
        if (question.answers() instanceof AnswerFigures.Choices choices) {
            return Optional.of(new ChoiceFigures(labels, id, question.kind(), choices, answered).figure());
        }
        if (question.answers() instanceof AnswerFigures.Numbers numbers) {
            return Optional.of(numbers(id, numbers));
        }
        if (question.answers() instanceof AnswerFigures.Rankings rankings) {
            return Optional.of(rankings(id, rankings));
        }
        if (question.answers() instanceof AnswerFigures.Shares shares) {
            return Optional.of(shares(id, shares));
        }
        if (question.answers() instanceof AnswerFigures.Dates dates) {
            return Optional.of(dates(id, dates));
        }
        if (question.answers() instanceof AnswerFigures.Places places) {
            return Optional.of(places(id, places));
        }
        return Optional.empty();
    }

    private Figure numbers(String id, AnswerFigures.Numbers numbers) {
        List<ColumnChart.Column> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (AnswerFigures.Bin bin : numbers.histogram()) {
            String label = Amount.decimal(bin.from(), 2) + "–" + Amount.decimal(bin.to(), 2);
            columns.add(new ColumnChart.Column(label, bin.count()));
            rows.add(List.of(label, Amount.count(bin.count())));
        }
        String description = numbers.statistics()
                .map(statistics -> "A histogram of " + Amount.count(statistics.count()) + " numbers with a mean of "
                        + Amount.decimal(statistics.mean().doubleValue(), 2) + ".")
                .orElse("There are no answers yet.");
        return new Figure(
                labels.question(id),
                description,
                new ColumnChart(columns, ColumnChart.Tone.PLAIN),
                new DataTable(List.of("Numbers", "Answers"), rows),
                List.of());
    }

    private Figure rankings(String id, AnswerFigures.Rankings rankings) {
        List<AnswerFigures.RankedOption> sorted = rankings.options().stream()
                .sorted(Comparator.comparingDouble(FigureMaker::meanRank))
                .toList();
        List<RankChart.Rank> ranks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (AnswerFigures.RankedOption option : sorted) {
            String label = labels.answer(id, option.option());
            option.meanRank()
                    .ifPresent(rank -> ranks.add(new RankChart.Rank(
                            label, rank.mean().doubleValue(), rank.interval().map(ChoiceFigures::margin))));
            rows.add(List.of(
                    label,
                    option.meanRank().map(FigureMaker::mean).orElse("–"),
                    Amount.count(option.first()),
                    Amount.count(option.ranked())));
        }
        String description = ranks.isEmpty()
                ? "There are no answers yet."
                : "The best mean place has " + ranks.get(0).label() + ", with "
                        + Amount.decimal(ranks.get(0).mean(), 2) + ".";
        return new Figure(
                labels.question(id),
                description,
                new RankChart(ranks, rankings.options().size()),
                new DataTable(List.of("Option", "Mean place", "First", "Ranked"), rows),
                List.of());
    }

    private static double meanRank(AnswerFigures.RankedOption option) {
        return option.meanRank().map(rank -> rank.mean().doubleValue()).orElse(Double.MAX_VALUE);
    }

    private static String mean(NumberStatistics statistics) {
        return Amount.decimal(statistics.mean().doubleValue(), 2);
    }

    private Figure shares(String id, AnswerFigures.Shares shares) {
        long total = shares.options().stream()
                .mapToLong(AnswerFigures.SharedOption::sum)
                .sum();
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (AnswerFigures.SharedOption option : shares.options()) {
            String label = labels.answer(id, option.option());
            double share = total == 0 ? 0 : 100.0 * option.sum() / total;
            String mean = option.parts().map(FigureMaker::mean).orElse("–");
            bars.add(new BarChart.Bar(label, share, Amount.percent(share) + " · mean " + mean, Optional.empty()));
            rows.add(List.of(label, Amount.percent(share), mean, Amount.count(option.sum())));
        }
        return new Figure(
                labels.question(id),
                "How " + Amount.count(total) + " in all are shared among " + bars.size() + " options.",
                new BarChart(bars),
                new DataTable(List.of("Option", "Share of all", "Mean", "Sum"), rows),
                List.of());
    }

    private Figure dates(String id, AnswerFigures.Dates dates) {
        List<ColumnChart.Column> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ValueCount period : dates.periods()) {
            String label = period(dates.unit(), period.value());
            columns.add(new ColumnChart.Column(label, period.count()));
            rows.add(List.of(
                    label,
                    Amount.count(period.count()),
                    period.share().map(ChoiceFigures::percent).orElse("–")));
        }
        String description = columns.isEmpty()
                ? "There are no answers yet."
                : "Answers from " + columns.get(0).label() + " to "
                        + columns.get(columns.size() - 1).label() + ".";
        return new Figure(
                labels.question(id),
                description,
                new ColumnChart(columns, ColumnChart.Tone.PLAIN),
                new DataTable(List.of("When", "Answers", "Share"), rows),
                List.of());
    }

    private static String period(AnswerFigures.Dates.Unit unit, String value) {
        return switch (unit) {
            case DAY ->
                value.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(value).format(DAY) : value;
            case YEAR -> value;
            case MONTH ->
                value.matches("\\d{4}-\\d{2}") ? YearMonth.parse(value).format(MONTH) : value;
            case HOUR -> value + ":00";
        };
    }

    private Figure places(String id, AnswerFigures.Places places) {
        List<PlaceMap.Dot> dots = places.places().stream()
                .map(place -> new PlaceMap.Dot(place.latitude(), place.longitude(), place.count()))
                .sorted(Comparator.comparingInt(PlaceMap.Dot::count).reversed())
                .toList();
        List<List<String>> rows = dots.stream()
                .limit(MAX_PLACES)
                .map(dot -> List.of(PlaceMap.name(dot), Amount.count(dot.count())))
                .toList();
        return new Figure(
                labels.question(id),
                "A map with " + dots.size() + " places, each rounded to a tenth of a degree.",
                new PlaceMap(dots),
                new DataTable(List.of("Place", "Answers"), rows),
                List.of());
    }
}
