package dev.parlance.serverless;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Polls, with growing pauses, until a condition holds or the time is up. */
record Polling(Clock clock, Pause pause, Duration limit) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Returns the last value, which meets the condition unless the time is up. */
    <T> T until(Supplier<T> poll, Predicate<T> condition) {
        Instant end = clock.instant().plus(limit);
        Duration next = FIRST_PAUSE;
        T value = poll.get();
        while (!condition.test(value) && clock.instant().isBefore(end)) {
            pause.of(next);
            value = poll.get();
            next = next.multipliedBy(3).dividedBy(2);
            next = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        }
        return value;
    }
}
