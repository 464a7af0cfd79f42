package dev.parlance.serverless;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at something again and again, ever less often, until it is as wished or the time is up. */
record Waiting(Clock clock, Pause pause, Duration limit) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** The last look, which is as wished unless the time was up. */
    <T> T until(Supplier<T> look, Predicate<T> wished) {
        Instant end = clock.instant().plus(limit);
        Duration next = FIRST_PAUSE;
        T seen = look.get();
        while (!wished.test(seen) && clock.instant().isBefore(end)) {
            pause.of(next);
            seen = look.get();
            next = next.multipliedBy(3).dividedBy(2);
            next = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        }
        return seen;
    }
}
