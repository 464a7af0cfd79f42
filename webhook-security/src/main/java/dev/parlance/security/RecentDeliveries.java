package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recent deliveries, oldest first. */
final class RecentDeliveries implements DeliveryMemory {
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Duration window;
    private final int maxEntries;
    private final Clock clock;

    private record Seen(Instant at, String content) {}

    RecentDeliveries(Duration window, int maxEntries, Clock clock) {
        if (window.isNegative() || window.isZero() || maxEntries < 1) {
            throw new IllegalArgumentException(
                    "The window must be positive and the maximum number of entries at least 1");
        }
        this.window = window;
        this.maxEntries = maxEntries;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> remember(String delivery, String content) {
        Instant now = clock.instant();
        forgetBefore(now.minus(window));
        Seen before = seen.get(delivery);
        if (before != null) {
            return Optional.of(before.content());
        }
        if (seen.size() == maxEntries) {
            forgetOldest();
        }
        seen.put(delivery, new Seen(now, content));
        return Optional.empty();
    }

    @Override
    public synchronized void forget(String delivery) {
        seen.remove(delivery);
    }

    private void forgetBefore(Instant time) {
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().at().isBefore(time)) {
            oldest.remove();
        }
    }

    private void forgetOldest() {
        Iterator<String> deliveries = seen.keySet().iterator();
        deliveries.next();
        deliveries.remove();
    }
}
