package dev.parlance.survey.definition;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When people are reminded, and when a survey is over for who does not answer.
 *
 * @param reminders how long after the last question each reminder is sent
 * @param expires how long after the last question nobody waits any more
 * @param quietFrom when the hours begin in which nobody is texted or called
 * @param quietTo when they end
 * @param zone the time zone of people whose own is not known
 */
public record Timing(
        List<Duration> reminders,
        Duration expires,
        Optional<LocalTime> quietFrom,
        Optional<LocalTime> quietTo,
        Optional<ZoneId> zone) {
    /** No reminders, and an end after a week. */
    public static final Timing DEFAULT =
            new Timing(List.of(), Duration.ofDays(7), Optional.empty(), Optional.empty(), Optional.empty());

    /** Keeps the list as it is now. */
    public Timing {
        reminders = List.copyOf(reminders);
    }
}
