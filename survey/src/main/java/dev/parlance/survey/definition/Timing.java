package dev.parlance.survey.definition;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When respondents are reminded, and when the survey expires for those who don't answer. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * Timing.DEFAULT.withReminders(Duration.ofHours(24)).withQuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
 * }</pre>
 *
 * @param reminders the time from the last question to each reminder
 * @param expiry the time from the last question to the expiry
 * @param quietHours the hours in which nobody is contacted
 * @param zone the time zone of respondents whose zone is unknown
 */
public record Timing(
        List<Duration> reminders, Duration expiry, Optional<QuietHours> quietHours, Optional<ZoneId> zone) {
    /** No reminders, expiry after a week, no quiet hours, no zone. */
    public static final Timing DEFAULT = new Timing(List.of(), Duration.ofDays(7), Optional.empty(), Optional.empty());

    /** A value for {@link #expiry}: the survey never expires. */
    public static final Duration NEVER = Duration.ofDays(365_000);

    /** A range of hours; it may span midnight. */
    public record QuietHours(LocalTime from, LocalTime to) {}

    /** Copies the list. */
    public Timing {
        reminders = List.copyOf(reminders);
    }

    /** Returns a copy with a reminder after each of these times. */
    public Timing withReminders(Duration... after) {
        return new Timing(List.of(after), expiry, quietHours, zone);
    }

    /** Returns a copy that expires after this time. */
    public Timing withExpiry(Duration after) {
        return new Timing(reminders, after, quietHours, zone);
    }

    /** Returns a copy with hours in which nobody is contacted. */
    public Timing withQuietHours(LocalTime from, LocalTime to) {
        return new Timing(reminders, expiry, Optional.of(new QuietHours(from, to)), zone);
    }

    /** Returns a copy with the time zone of respondents whose zone is unknown. */
    public Timing withZone(ZoneId newZone) {
        return new Timing(reminders, expiry, quietHours, Optional.of(newZone));
    }
}
