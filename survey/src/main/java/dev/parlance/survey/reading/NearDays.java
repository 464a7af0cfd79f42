package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Days counted from today.
 *
 * @param today the day to count from
 * @param span the valid dates
 */
record NearDays(LocalDate today, Span span) {
    private static final int SIX_WEEKS = 42;

    /** "3 days ago", "in a week": so many units from today. */
    Guess<LocalDate> counted(int many, Token unit) {
        LocalDate found = unit.is(Sense.DAYS)
                ? today.plusDays(many * of(unit, Sense.DAYS))
                : unit.is(Sense.MONTHS)
                        ? today.plusMonths(many * of(unit, Sense.MONTHS))
                        : today.plusYears(many * of(unit, Sense.YEARS));
        return within(List.of(found));
    }

    /** The size of a unit; one by default. */
    private static long of(Token unit, Sense sense) {
        return unit.value(sense).map(size -> Math.max(1, size.longValue())).orElse(1L);
    }

    /**
     * A day with a name. A word with two values, as the Hindi "kal" for yesterday and tomorrow, means the one that the tense or
     * the range allows; if both are possible, the respondent is asked.
     */
    Guess<LocalDate> named(List<BigDecimal> distances, boolean isPast, boolean isFuture) {
        List<LocalDate> days = distances.stream()
                .map(BigDecimal::intValue)
                .filter(distance ->
                        distances.size() == 1 || isPast == isFuture || (isPast ? distance < 0 : distance > 0))
                .map(today::plusDays)
                .toList();
        Guess<LocalDate> found = within(days);
        return distances.size() == 1 ? found : found.unsure();
    }

    /** A day of the week is a week earlier or later for some people: they are asked which. */
    Guess<LocalDate> weekday(DayOfWeek of, boolean isNext, boolean isPrevious) {
        LocalDate later = today.with(TemporalAdjusters.next(of));
        LocalDate earlier = today.with(TemporalAdjusters.previous(of));
        List<LocalDate> days = isNext && !isPrevious
                ? List.of(later, later.plusWeeks(1))
                : isPrevious ? List.of(earlier, earlier.minusWeeks(1)) : List.of(later, earlier);
        return within(days).unsure();
    }

    /** A day of the week that is also this day of a month, as "Friday the 8th": the nearest such day within six weeks. */
    Guess<LocalDate> weekday(DayOfWeek of, int dayOfMonth) {
        return within(LongStream.rangeClosed(-SIX_WEEKS, SIX_WEEKS)
                        .mapToObj(today::plusDays)
                        .filter(day -> day.getDayOfWeek() == of && day.getDayOfMonth() == dayOfMonth)
                        .toList())
                .unsure();
    }

    private Guess<LocalDate> within(List<LocalDate> days) {
        List<LocalDate> possible = days.stream().filter(span::has).toList();
        return possible.size() == 1 ? Guess.sure(possible.get(0)) : Guess.perhaps(possible);
    }
}
