package dev.parlance.fake.twilio.rest;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Days, from the first to the last. */
record UsagePeriod(LocalDate start, LocalDate end) {
    static UsagePeriod month(LocalDate day) {
        return new UsagePeriod(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** All days from the first to the last, the last one first. */
    static List<UsagePeriod> days(LocalDate first, LocalDate last) {
        return all(first, last, day -> new UsagePeriod(day, day));
    }

    static List<UsagePeriod> months(LocalDate first, LocalDate last) {
        return all(first, last, UsagePeriod::month);
    }

    static List<UsagePeriod> years(LocalDate first, LocalDate last) {
        return all(
                first, last, day -> new UsagePeriod(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear())));
    }

    private static List<UsagePeriod> all(LocalDate first, LocalDate last, Function<LocalDate, UsagePeriod> of) {
        List<UsagePeriod> all = new ArrayList<>();
        for (LocalDate day = last;
                !day.isBefore(first);
                day = all.get(all.size() - 1).start().minusDays(1)) {
            all.add(of.apply(day));
        }
        return all;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** The days of this period that are in a range; empty if none is. */
    Optional<UsagePeriod> within(LocalDate first, LocalDate last) {
        LocalDate from = start.isBefore(first) ? first : start;
        LocalDate to = end.isAfter(last) ? last : end;
        return from.isAfter(to) ? Optional.empty() : Optional.of(new UsagePeriod(from, to));
    }
}
