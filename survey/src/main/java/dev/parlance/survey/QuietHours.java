package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The hours, in a person's time zone, in which they are not texted or called. */
final class QuietHours {
    private static final int MAX_SHIFTS = 5;

    private QuietHours() {}

    /** The given time, or the end of the quiet hours that it falls into. */
    static Instant after(Instant time, Timing timing, SessionState session) {
        if (timing.quietHours().isEmpty()) {
            return time;
        }
        Timing.QuietHours quiet = timing.quietHours().get();
        Instant at = time;
        // In a country with several zones, the time must be outside quiet hours in each, so one shift can cause
        // another.
        for (int i = 0; i < MAX_SHIFTS; i++) {
            Instant before = at;
            for (ZoneId zone : zones(timing, session)) {
                at = after(at.atZone(zone), quiet.from(), quiet.to());
            }
            if (at.equals(before)) {
                return at;
            }
        }
        return at;
    }

    /** The given time, or the end of the quiet hours that it falls into in its zone. */
    static Instant after(ZonedDateTime time, Timing timing) {
        return timing.quietHours()
                .map(quiet -> after(time, quiet.from(), quiet.to()))
                .orElseGet(time::toInstant);
    }

    private static Instant after(ZonedDateTime time, LocalTime from, LocalTime to) {
        LocalTime clock = time.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean isQuiet = overMidnight
                ? !clock.isBefore(from) || clock.isBefore(to)
                : !clock.isBefore(from) && clock.isBefore(to);
        if (!isQuiet) {
            return time.toInstant();
        }
        ZonedDateTime end = time.toLocalDate().atTime(to).atZone(time.getZone());
        return (end.isAfter(time) ? end : end.plusDays(1)).toInstant();
    }

    /** The time zones in which a person may be. */
    static List<ZoneId> zones(Timing timing, SessionState session) {
        return zones(timing, session.person().zone(), session.respondent());
    }

    static List<ZoneId> zones(Timing timing, Optional<ZoneId> known, Address person) {
        return known.or(timing::zone)
                .map(List::of)
                .or(() -> Country.of(person).map(Country::zones))
                .orElse(List.of(ZoneOffset.UTC));
    }
}
