package dev.parlance.survey.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps events from a receiver that has just failed, so that the sessions after the first one don't wait for its time-outs too.
 * The pause doubles with each failure, up to a minute. Thread-safe.
 */
final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private Duration next = FIRST;
    private Instant end = Instant.MIN;

    Pause(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isOn() {
        return clock.instant().isBefore(end);
    }

    /** Starts a pause that lasts at least as long as the receiver asked for. */
    synchronized void start(Duration asked) {
        end = clock.instant().plus(asked.compareTo(next) > 0 ? asked : next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** Forgets earlier failures, after the receiver has accepted an event. */
    synchronized void reset() {
        next = FIRST;
        end = Instant.MIN;
    }
}
