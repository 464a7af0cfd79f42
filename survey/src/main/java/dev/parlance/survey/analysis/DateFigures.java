package dev.parlance.survey.analysis;

import dev.parlance.survey.analysis.AnswerFigures.Dates.Unit;
import dev.parlance.survey.index.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts days, months, years and times of day by a period that makes few enough of them. */
final class DateFigures {
    private static final int MOST_DAYS = 62;
    private static final int MOST_MONTHS = 60;
    private static final int MONTH_END = "2026-11".length();
    private static final int YEAR_END = "2026".length();
    private static final int HOUR_END = "14".length();

    private DateFigures() {}

    /**
     * The figures.
     *
     * @param counts how often each day, month, year or time was given
     */
    static AnswerFigures.Dates of(Shape shape, Map<String, Integer> counts, int answers) {
        SortedMap<String, Integer> sorted = new TreeMap<>(counts);
        Unit unit = unit(shape, sorted);
        SortedMap<String, Integer> byPeriod = new TreeMap<>();
        sorted.forEach((value, count) -> byPeriod.merge(period(value, unit), count, Integer::sum));
        List<ValueCount> periods = new ArrayList<>();
        byPeriod.forEach((period, count) -> periods.add(ValueCount.of(period, count, answers)));
        return new AnswerFigures.Dates(unit, periods);
    }

    private static Unit unit(Shape shape, SortedMap<String, Integer> counts) {
        if (shape == Shape.TIME) {
            return Unit.HOUR;
        }
        if (shape == Shape.YEAR) {
            return Unit.YEAR;
        }
        if (counts.isEmpty()) {
            return shape == Shape.DATE ? Unit.DAY : Unit.MONTH;
        }
        String first = counts.firstKey();
        String last = counts.lastKey();
        if (shape == Shape.DATE && ChronoUnit.DAYS.between(LocalDate.parse(first), LocalDate.parse(last)) < MOST_DAYS) {
            return Unit.DAY;
        }
        return ChronoUnit.MONTHS.between(month(first), month(last)) < MOST_MONTHS ? Unit.MONTH : Unit.YEAR;
    }

    private static YearMonth month(String value) {
        return YearMonth.parse(value.substring(0, MONTH_END));
    }

    private static String period(String value, Unit unit) {
        return switch (unit) {
            case DAY -> value;
            case MONTH -> value.substring(0, MONTH_END);
            case YEAR -> value.substring(0, Math.min(value.length(), YEAR_END));
            case HOUR -> value.substring(0, HOUR_END);
        };
    }
}
