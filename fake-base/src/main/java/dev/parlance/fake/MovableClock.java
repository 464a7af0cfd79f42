package dev.parlance.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. If your test has a fake Twilio, use {@code twilio.clock()} and {@code
 * twilio.advance(…)} instead, which also run what becomes due.
 *
 * <pre>{@code
 * MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T12:00:00Z"));
 * clock.advance(Duration.ofHours(2));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class MovableClock extends Clock {
    private Instant now;

    private MovableClock(Instant start) {
        this.now = start;
    }

    /** A clock that shows this time. */
    public static MovableClock at(Instant start) {
        return new MovableClock(start);
    }

    /** Advances the clock. A negative duration sets it back. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Advances the clock to this time. Does nothing if it is in the past, so that two threads can advance the same clock. */
    public synchronized void advanceTo(Instant time) {
        now = now.isAfter(time) ? now : time;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock original = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return original.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return original.withZone(other);
            }
        };
    }
}
