package dev.parlance.survey;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The hours in which a campaign contacts a person, in the person's time zone. Immutable: the methods return copies.
 *
 * <pre>{@code
 * ContactHours evenings = ContactHours.of("16:30-20:00").on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
 * }</pre>
 *
 * @param from when they begin
 * @param to when they end, on the same day; midnight is the end of the day
 * @param days the days of the week
 */
public record ContactHours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    /** At any time. */
    public static final ContactHours ALWAYS =
            new ContactHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

    private static final int WEEK = 7;

    /** Checks that there is such an hour. */
    public ContactHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("The hours of a campaign need at least one day");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "The hours of a campaign must end after they begin, on the same day: " + from + "-" + to);
        }
    }

    /** The hours of every day between two times, such as {@code 10:00-20:00}. */
    public static ContactHours of(String text) {
        List<String> times = Arrays.asList(text.split("-", -1));
        try {
            if (times.size() == 2) {
                return of(
                        LocalTime.parse(times.get(0).strip()),
                        LocalTime.parse(times.get(1).strip()));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(invalid(text), e);
        }
        throw new IllegalArgumentException(invalid(text));
    }

    private static String invalid(String text) {
        return "The hours of a campaign must be two times such as 10:00-20:00, not \"" + text + "\"";
    }

    /** The hours of every day between two times. */
    public static ContactHours of(LocalTime from, LocalTime to) {
        return new ContactHours(from, to, ALWAYS.days());
    }

    /** Returns a copy for certain days of the week. */
    public ContactHours on(DayOfWeek... onlyDays) {
        return on(List.of(onlyDays));
    }

    /** Returns a copy for certain days of the week. */
    public ContactHours on(Collection<DayOfWeek> onlyDays) {
        return new ContactHours(from, to, Set.copyOf(onlyDays));
    }

    /** This time, or the next one at which the hours begin. */
    ZonedDateTime next(ZonedDateTime time) {
        if (contains(time)) {
            return time;
        }
        for (int day = 0; day <= WEEK; day++) {
            ZonedDateTime begin = time.toLocalDate().plusDays(day).atTime(from).atZone(time.getZone());
            if (days.contains(begin.getDayOfWeek()) && begin.isAfter(time)) {
                return begin;
            }
        }
        throw new IllegalStateException("There is no day in " + days);
    }

    private boolean contains(ZonedDateTime time) {
        LocalTime clock = time.toLocalTime();
        boolean isBeforeEnd = to.equals(LocalTime.MIDNIGHT) || clock.isBefore(to);
        return days.contains(time.getDayOfWeek()) && !clock.isBefore(from) && isBeforeEnd;
    }
}
