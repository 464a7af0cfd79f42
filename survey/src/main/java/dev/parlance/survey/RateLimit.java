package dev.parlance.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A limit on requests per minute for each caller. Each machine counts its own. */
final class RateLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();

    private record Window(Instant start, int count) {}

    RateLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts a request; returns how long to wait if it is over the limit. */
    synchronized Optional<Duration> count(String caller) {
        Instant now = clock.instant();
        Window window = windows.get(caller);
        if (window == null || !now.isBefore(window.start().plus(MINUTE))) {
            windows.put(caller, new Window(now, 1));
            return Optional.empty();
        }
        windows.put(caller, new Window(window.start(), window.count() + 1));
        return window.count() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.start().plus(MINUTE)));
    }
}
