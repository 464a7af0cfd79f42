package dev.parlance.account.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits how often each user may do something within a time window. Remembers the 10,000 most recent users. */
final class UserLimit {
    private static final int MOST_USERS = 10_000;

    private final int max;
    private final Duration window;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>();

    UserLimit(int max, Duration window) {
        if (max < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit must be at least 1 within a positive time");
        }
        this.max = max;
        this.window = window;
    }

    /** Counts this attempt if it is within the limit. */
    synchronized boolean allows(String user, Clock clock) {
        Instant now = clock.instant();
        Deque<Instant> attempts = times.remove(user);
        if (attempts == null) {
            attempts = new ArrayDeque<>();
            evictOldestIfFull();
        }
        times.put(user, attempts);
        while (!attempts.isEmpty() && !attempts.peekFirst().plus(window).isAfter(now)) {
            attempts.removeFirst();
        }
        if (attempts.size() >= max) {
            return false;
        }
        attempts.addLast(now);
        return true;
    }

    private void evictOldestIfFull() {
        if (times.size() == MOST_USERS) {
            Iterator<String> oldest = times.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    Duration window() {
        return window;
    }
}
