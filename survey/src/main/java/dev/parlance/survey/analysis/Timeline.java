package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.DispositionCode;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.Seconds;
import dev.parlance.survey.index.Snapshot;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Counts what happened in each period, from the first one to the last. */
final class Timeline {
    private static final int MOST_PERIODS = 10_000;

    private final PeriodFigures.Unit unit;
    private final ZoneId zone;
    private final List<ZonedDateTime> begins = new ArrayList<>();
    private int[] seconds = {};

    private Timeline(PeriodFigures.Unit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
    }

    /** @param range the range of the selection */
    static List<PeriodFigures> of(Selection selection, Range range, PeriodFigures.Unit unit, ZoneId zone) {
        if (range.last == 0) {
            return List.of();
        }
        Timeline timeline = new Timeline(unit, zone);
        timeline.cover(range.first, range.last);
        return timeline.count(selection);
    }

    private void cover(int first, int last) {
        ZonedDateTime end = Seconds.time(last).atZone(zone);
        ZonedDateTime begin = begin(Seconds.time(first).atZone(zone));
        for (int i = 0; !at(begin, i).isAfter(end); i++) {
            if (i == MOST_PERIODS) {
                throw new SurveyException("The answers span more than 10,000 times " + unit
                        + "; choose a longer unit, or filter by days");
            }
            begins.add(at(begin, i));
        }
        seconds = begins.stream().mapToInt(each -> Seconds.of(each.toInstant())).toArray();
    }

    private ZonedDateTime begin(ZonedDateTime time) {
        ZonedDateTime day = time.toLocalDate().atStartOfDay(zone);
        return switch (unit) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private ZonedDateTime at(ZonedDateTime begin, int number) {
        return switch (unit) {
            case HOUR -> begin.plusHours(number);
            case DAY -> begin.toLocalDate().plusDays(number).atStartOfDay(zone);
            case WEEK -> begin.toLocalDate().plusWeeks(number).atStartOfDay(zone);
            case MONTH -> begin.toLocalDate().plusMonths(number).atStartOfDay(zone);
        };
    }

    private List<PeriodFigures> count(Selection selection) {
        int[] invited = new int[seconds.length];
        int[] started = new int[seconds.length];
        int[] completed = new int[seconds.length];
        int[] times = new int[Snapshot.CHUNK_ROWS];
        int[] disposition = new int[Snapshot.CHUNK_ROWS];
        selection.forEach((chunk, rows) -> {
            chunk.read(Field.CONTACTED, times);
            add(times, rows, invited);
            chunk.read(Field.STARTED, times);
            add(times, rows, started);
            chunk.read(Field.DISPOSITION, disposition);
            chunk.read(Field.ENDED, times);
            add(times, Selection.where(rows, row -> disposition[row] == DispositionCode.COMPLETED), completed);
        });
        List<PeriodFigures> periods = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            periods.add(new PeriodFigures(begins.get(i), invited[i], started[i], completed[i]));
        }
        return periods;
    }

    private void add(int[] times, int[] rows, int[] counts) {
        double length =
                Math.max(1, (double) (seconds[seconds.length - 1] - seconds[0]) / Math.max(1, seconds.length - 1));
        for (int row : rows) {
            if (times[row] > 0) {
                counts[place(times[row], length)]++;
            }
        }
    }

    /** The period of a time: a guess by the mean length, and some steps. */
    private int place(int time, double length) {
        int place = (int) Math.min(seconds.length - 1, (time - seconds[0]) / length);
        while (place > 0 && seconds[place] > time) {
            place--;
        }
        while (place + 1 < seconds.length && seconds[place + 1] <= time) {
            place++;
        }
        return place;
    }

    /** The first and the last time of what is counted. */
    static final class Range implements Selection.Action {
        private final int[] times = new int[Snapshot.CHUNK_ROWS];
        private final int[] disposition = new int[Snapshot.CHUNK_ROWS];
        private int first = Integer.MAX_VALUE;
        private int last;

        @Override
        public void accept(Chunk chunk, int[] rows) {
            chunk.read(Field.CONTACTED, times);
            add(rows);
            chunk.read(Field.STARTED, times);
            add(rows);
            chunk.read(Field.DISPOSITION, disposition);
            chunk.read(Field.ENDED, times);
            add(Selection.where(rows, row -> disposition[row] == DispositionCode.COMPLETED));
        }

        private void add(int[] rows) {
            for (int row : rows) {
                if (times[row] > 0) {
                    first = Math.min(first, times[row]);
                    last = Math.max(last, times[row]);
                }
            }
        }
    }
}
