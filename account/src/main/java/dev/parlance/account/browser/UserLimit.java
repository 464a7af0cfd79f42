package dev.parlance.account.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** So often may each user do something within a while; of ten thousand users, those who were here last. */
final class UserLimit {
    private static final int MOST_USERS = 10_000;

    private final int most;
    private final Duration window;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>();

    UserLimit(int most, Duration window) {
        if (most < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("A limit is at least one time within some time");
        }
        this.most = most;
        this.window = window;
    }

    /** Counts this time, unless it would be one too many. */
    synchronized boolean allows(String user, Clock clock) {
        Instant now = clock.instant();
        Deque<Instant> mine = times.remove(user);
        if (mine == null) {
            mine = new ArrayDeque<>();
            forgetSomebody();
        }
        times.put(user, mine);
        while (!mine.isEmpty() && !mine.peekFirst().plus(window).isAfter(now)) {
            mine.removeFirst();
        }
        if (mine.size() >= most) {
            return false;
        }
        mine.addLast(now);
        return true;
    }

    private void forgetSomebody() {
        if (times.size() == MOST_USERS) {
            Iterator<String> longestAway = times.keySet().iterator();
            longestAway.next();
            longestAway.remove();
        }
    }

    Duration window() {
        return window;
    }
}
