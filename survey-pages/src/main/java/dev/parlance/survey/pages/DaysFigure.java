package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.Period;
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

    private final Period.Unit unit;
    private final List<Period> periods;
    private final Analysis analysis;

    private DaysFigure(Analysis analysis, Period.Unit unit, List<Period> periods) {
        this.analysis = analysis;
        this.unit = unit;
        this.periods = periods;
    }

    /** @param wanted the unit that a reader chose; otherwise the one that fits the time */
    static DaysFigure of(Analysis analysis, Optional<Period.Unit> wanted) {
        List<Period> days = analysis.days();
        long span = days.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(
                                days.get(0).begin(), days.get(days.size() - 1).begin())
                        + 1;
        Period.Unit fitting =
                span <= FEW_DAYS ? Period.Unit.HOUR : span > MANY_DAYS ? Period.Unit.WEEK : Period.Unit.DAY;
        Period.Unit unit = wanted.orElse(fitting);
        boolean isTooFine = unit == Period.Unit.HOUR && span * 24 > MOST_HOURS;
        Period.Unit shown = isTooFine ? Period.Unit.DAY : unit;
        return new DaysFigure(analysis, shown, shown == Period.Unit.DAY ? days : analysis.periods(shown));
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
                                new TimeChart.Series("Invited", counts(Period::invited)),
                                new TimeChart.Series("Started", counts(Period::started)),
                                new TimeChart.Series("Completed", counts(Period::completed)))),
                new DataTable(List.of(unitName(), "Invited", "Started", "Completed"), rows),
                List.of());
    }

    private String description() {
        if (periods.isEmpty()) {
            return "Nothing has happened yet.";
        }
        return "By " + unitName().toLowerCase(Locale.ROOT) + ", from " + label(periods.get(0)) + " to "
                + label(periods.get(periods.size() - 1)) + ": "
                + Amount.count(sum(Period::invited)) + " invited, "
                + Amount.count(sum(Period::started)) + " started, "
                + Amount.count(sum(Period::completed)) + " completed.";
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
        counts(Period::invited).forEach(json.putArray("invited")::add);
        counts(Period::started).forEach(json.putArray("started")::add);
        counts(Period::completed).forEach(json.putArray("completed")::add);
        json.putObject("figure").put("svg", figure().svg(width, ChartColors.PAGE));
    }

    private List<Integer> counts(ToIntFunction<Period> amount) {
        return periods.stream().map(amount::applyAsInt).toList();
    }

    private int sum(ToIntFunction<Period> amount) {
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

    private String label(Period period) {
        return switch (unit) {
            case HOUR -> period.begin().format(HOUR);
            case DAY, WEEK -> period.begin().format(DAY);
            case MONTH -> period.begin().format(MONTH);
        };
    }
}
