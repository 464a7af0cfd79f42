package dev.parlance.survey.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dates that a day, a month and perhaps a year can be, within a range and near today. */
record PossibleDays(LocalDate today, Span span) {
    /** The dates of a day and month in the years around today and around both ends of the range. */
    List<LocalDate> inAnyYear(int monthOfYear, int dayOfMonth) {
        Set<Integer> years = new LinkedHashSet<>();
        for (int year :
                List.of(today.getYear(), span.first().getYear(), span.last().getYear())) {
            for (int around = -4; around <= 4; around++) {
                years.add(year + around);
            }
        }
        List<LocalDate> days = new ArrayList<>();
        years.forEach(year -> day(year, monthOfYear, dayOfMonth).ifPresent(days::add));
        return days;
    }

    /** A two-digit year is at most 20 years from now; otherwise it is a hundred years earlier. */
    List<LocalDate> inYear(DateReader.Part written, int monthOfYear, int dayOfMonth) {
        List<Integer> years;
        if (written.digits() <= 2) {
            int year = today.getYear() / 100 * 100 + written.number();
            int nearest = year > today.getYear() + 20 ? year - 100 : year;
            years = List.of(nearest, nearest - 100);
        } else {
            years = written.digits() == 4 ? List.of(written.number()) : List.of();
        }
        return years.stream()
                .flatMap(year -> day(year, monthOfYear, dayOfMonth).stream())
                .toList();
    }

    Guess<LocalDate> first(List<LocalDate> days) {
        return days.stream().filter(span::has).findFirst().map(Guess::sure).orElseGet(Guess::none);
    }

    /** The date nearest to today. If the second nearest is less than twice as far, either may be meant. */
    Guess<LocalDate> nearest(List<LocalDate> days) {
        List<LocalDate> possible = days.stream()
                .filter(span::has)
                .sorted(Comparator.comparingLong(this::distance))
                .toList();
        if (possible.isEmpty()) {
            return Guess.none();
        }
        boolean isClear = possible.size() == 1 || distance(possible.get(1)) >= 2 * distance(possible.get(0));
        return isClear ? Guess.sure(possible.get(0)) : Guess.perhaps(possible.subList(0, 2));
    }

    private long distance(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(today, day));
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        if (year < 1000 || year > 9999) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
