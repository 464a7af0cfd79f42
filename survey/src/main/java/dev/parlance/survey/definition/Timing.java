package dev.parlance.survey.definition;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When people are reminded, and when a survey is over for who does not answer. Immutable: each method returns a new one.
 *
 * <pre>{@code
 * Timing.DEFAULT.remind(Duration.ofHours(24)).quiet(LocalTime.of(21, 0), LocalTime.of(8, 0));
 * }</pre>
 *
 * @param reminders how long after the last question each reminder is sent
 * @param expires how long after the last question nobody waits any more
 * @param quiet the hours in which nobody is texted or called
 * @param zone the time zone of people whose own is not known
 */
public record Timing(List<Duration> reminders, Duration expires, Optional<Quiet> quiet, Optional<ZoneId> zone) {
    /** No reminders, and an end after a week. */
    public static final Timing DEFAULT = new Timing(List.of(), Duration.ofDays(7), Optional.empty(), Optional.empty());

    /** As {@link #expires}: people can answer whenever they like. */
    public static final Duration NEVER = Duration.ofDays(365_000);

    /** Hours of a day; they may go over midnight. */
    public record Quiet(LocalTime from, LocalTime to) {}

    /** Keeps the list as it is now. */
    public Timing {
        reminders = List.copyOf(reminders);
    }

    /** The same, with a reminder after each of these times. */
    public Timing remind(Duration... after) {
        return new Timing(List.of(after), expires, quiet, zone);
    }

    /** The same, with an end after this time. */
    public Timing expires(Duration after) {
        return new Timing(reminders, after, quiet, zone);
    }

    /** The same, with hours in which nobody is texted or called. */
    public Timing quiet(LocalTime from, LocalTime to) {
        return new Timing(reminders, expires, Optional.of(new Quiet(from, to)), zone);
    }

    /** The same, for people who live in this zone unless it is known better. */
    public Timing zone(ZoneId newZone) {
        return new Timing(reminders, expires, quiet, Optional.of(newZone));
    }
}
