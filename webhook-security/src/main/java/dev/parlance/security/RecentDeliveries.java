package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The deliveries of a while, oldest first. */
final class RecentDeliveries implements DeliveryMemory {
    private final Map<String, Instant> seen = new LinkedHashMap<>();
    private final Duration window;
    private final int most;
    private final Clock clock;

    RecentDeliveries(Duration window, int most, Clock clock) {
        if (window.isNegative() || window.isZero() || most < 1) {
            throw new IllegalArgumentException("A memory holds at least one delivery for some time");
        }
        this.window = window;
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized boolean remember(String delivery) {
        Instant now = clock.instant();
        forgetThoseBefore(now.minus(window));
        if (seen.containsKey(delivery)) {
            return false;
        }
        if (seen.size() == most) {
            forgetOldest();
        }
        seen.put(delivery, now);
        return true;
    }

    @Override
    public synchronized void forget(String delivery) {
        seen.remove(delivery);
    }

    private void forgetThoseBefore(Instant time) {
        Iterator<Instant> times = seen.values().iterator();
        while (times.hasNext() && times.next().isBefore(time)) {
            times.remove();
        }
    }

    private void forgetOldest() {
        Iterator<String> deliveries = seen.keySet().iterator();
        deliveries.next();
        deliveries.remove();
    }
}
