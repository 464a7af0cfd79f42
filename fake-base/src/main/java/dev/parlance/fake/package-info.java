/**
 * What all fakes share. {@link dev.parlance.fake.MovableClock} is a clock for tests of time-outs, reminders and expiry; {@link
 * dev.parlance.fake.Fake} is what a test framework needs to know of a fake.
 *
 * <pre>{@code
 * MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T12:00:00Z"));
 * LoginLimit limit = LoginLimit.perMinute(1, 1, clock);
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 */
@NullMarked
package dev.parlance.fake;

import org.jspecify.annotations.NullMarked;
