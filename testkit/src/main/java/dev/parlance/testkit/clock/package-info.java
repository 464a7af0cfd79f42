/**
 * A clock for tests of time-outs, reminders and expiry: {@link dev.parlance.testkit.clock.MovableClock}.
 *
 * <pre>{@code
 * MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T12:00:00Z"));
 * LoginLimit limit = LoginLimit.perMinute(1, 1, clock);
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 */
@NullMarked
package dev.parlance.testkit.clock;

import org.jspecify.annotations.NullMarked;
