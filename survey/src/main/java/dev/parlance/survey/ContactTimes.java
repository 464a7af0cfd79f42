package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a campaign may contact a person: in its hours, outside the survey's quiet hours. If the person can be in several time zones,
 * both must hold in each.
 *
 * @param hours the hours of the campaign
 * @param timing the quiet hours of the survey
 * @param zones the time zones in which the person may be
 */
record ContactTimes(ContactHours hours, Timing timing, List<ZoneId> zones) {
    /** Hours repeat after a week. */
    private static final Duration LONGEST = Duration.ofDays(9);

    static ContactTimes of(ContactHours hours, Timing timing, Address person, Optional<ZoneId> zone) {
        return new ContactTimes(hours, timing, QuietHours.zones(timing, zone, person));
    }

    /** The first time from this one. If no time is possible, one more than a week later. */
    Instant next(Instant time) {
        Instant end = time.plus(LONGEST);
        Instant at = time;
        Instant before;
        do {
            before = at;
            for (ZoneId zone : zones) {
                at = hours.next(at.atZone(zone)).toInstant();
                at = QuietHours.after(at.atZone(zone), timing);
            }
        } while (!at.equals(before) && at.isBefore(end));
        return at;
    }

    /** Whether there is such a time. */
    boolean isPossible(Instant now) {
        return next(now).isBefore(now.plus(LONGEST));
    }
}
