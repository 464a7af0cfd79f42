package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.PeriodFigures;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.ChartColors;
import dev.parlance.survey.pages.chart.TimeChart;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What happened over time. */
final class DaysFigure {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    /** More hours than these are too many to draw. */
    private static final int MOST_HOURS = 31 * 24;

    private static final int FEW_DAYS = 2;
    private static final int MANY_DAYS = 400;

    private final PeriodFigures.Unit unit;
    private final List<PeriodFigures> periods;
    private final Analysis analysis;

    private DaysFigure(Analysis analysis, PeriodFigures.Unit unit, List<PeriodFigures> periods) {
        this.analysis = analysis;
        this.unit = unit;
        this.periods = periods;
    }

    /** @param wanted the unit that a reader chose; otherwise the one that fits the time */
    static DaysFigure of(Analysis analysis, Optional<PeriodFigures.Unit> wanted) {
        List<PeriodFigures> days = analysis.days();
        long span = days.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(
                                days.get(0).begin(), days.get(days.size() - 1).begin())
                        + 1;
        PeriodFigures.Unit fitting = span <= FEW_DAYS
                ? PeriodFigures.Unit.HOUR
                : span > MANY_DAYS ? PeriodFigures.Unit.WEEK : PeriodFigures.Unit.DAY;
        PeriodFigures.Unit unit = wanted.orElse(fitting);
        boolean isTooFine = unit == PeriodFigures.Unit.HOUR && span * 24 > MOST_HOURS;
        PeriodFigures.Unit shown = isTooFine ? PeriodFigures.Unit.DAY : unit;
        return new DaysFigure(analysis, shown, shown == PeriodFigures.Unit.DAY ? days : analysis.periods(shown));
    }

    Figure figure() {
        List<List<String>> rows = periods.stream()
                .map(period -> List.of(
                        label(period),
                        Amount.count(period.invited()),
                        Amount.count(period.started()),
                        Amount.count(period.completed())))
                .toList();
        return new Figure(
                "Over time",
                description(),
                new TimeChart(
                        periods.stream().map(this::label).toList(),
                        List.of(
                                new TimeChart.Series("Invited", counts(PeriodFigures::invited)),
                                new TimeChart.Series("Started", counts(PeriodFigures::started)),
                                new TimeChart.Series("Completed", counts(PeriodFigures::completed)))),
                new DataTable(List.of(unitName(), "Invited", "Started", "Completed"), rows),
                List.of());
    }

    private String description() {
        if (periods.isEmpty()) {
            return "Nothing has happened yet.";
        }
        return "By " + unitName().toLowerCase(Locale.ROOT) + ", from " + label(periods.get(0)) + " to "
                + label(periods.get(periods.size() - 1)) + ": "
                + Amount.count(sum(PeriodFigures::invited)) + " invited, "
                + Amount.count(sum(PeriodFigures::started)) + " started, "
                + Amount.count(sum(PeriodFigures::completed)) + " completed.";
    }

    void writeTo(ObjectNode json, int width) {
        json.put("unit", unit.name().toLowerCase(Locale.ROOT))
                .put("unitName", unitName())
                .put(
                        "zone",
                        analysis.zone().getId().equals("Z")
                                ? "UTC"
                                : analysis.zone().getId())
                .put("description", description());
        ArrayNode begins = json.putArray("begins");
        periods.forEach(period -> begins.add(period.begin().toEpochSecond()));
        ArrayNode labels = json.putArray("labels");
        periods.forEach(period -> labels.add(label(period)));
        counts(PeriodFigures::invited).forEach(json.putArray("invited")::add);
        counts(PeriodFigures::started).forEach(json.putArray("started")::add);
        counts(PeriodFigures::completed).forEach(json.putArray("completed")::add);
        json.putObject("figure").put("svg", figure().svg(width, ChartColors.PAGE));
    }

    private List<Integer> counts(ToIntFunction<PeriodFigures> amount) {
        return periods.stream().map(amount::applyAsInt).toList();
    }

    private int sum(ToIntFunction<PeriodFigures> amount) {
        return periods.stream().mapToInt(amount).sum();
    }

    private String unitName() {
        return switch (unit) {
            case HOUR -> "Hour";
            case DAY -> "Day";
            case WEEK -> "Week";
            case MONTH -> "Month";
        };
    }

    private String label(PeriodFigures period) {
        return switch (unit) {
            case HOUR -> period.begin().format(HOUR);
            case DAY, WEEK -> period.begin().format(DAY);
            case MONTH -> period.begin().format(MONTH);
        };
    }
}
