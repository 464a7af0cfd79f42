package dev.parlance.survey;

import dev.parlance.survey.definition.Timing;
import dev.parlance.survey.machine.Session;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** The hours in which nobody is texted or called, where the person is. */
final class QuietHours {
    private static final int MOST_SHIFTS = 5;

    private QuietHours() {}

    /** That time, or the end of the quiet hours that it falls into. */
    static Instant after(Instant time, Timing timing, Session session) {
        if (timing.quiet().isEmpty()) {
            return time;
        }
        Timing.Quiet quiet = timing.quiet().get();
        Instant at = time;
        // Where a country has several zones, it has to be no quiet hour in any; so one shift may lead into another.
        for (int i = 0; i < MOST_SHIFTS; i++) {
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

    private static List<ZoneId> zones(Timing timing, Session session) {
        return session.person()
                .zone()
                .or(timing::zone)
                .map(List::of)
                .or(() -> Country.of(session.respondent()).map(Country::zones))
                .orElse(List.of(ZoneOffset.UTC));
    }
}
