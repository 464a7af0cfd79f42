package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers recent deliveries for a while. The one in memory covers a single machine; if several machines receive webhooks,
 * implement one on a store that they share.
 *
 * <pre>{@code
 * DeliveryMemory memory = DeliveryMemory.inMemory(Duration.ofMinutes(30), 100_000);
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
public interface DeliveryMemory {
    /**
     * Remembers a delivery if it is new. Atomic.
     *
     * @param delivery the delivery's key: 32 hexadecimal digits
     * @param content hash of its content: 32 hexadecimal digits
     * @return the content remembered for this key; empty if the delivery is new
     */
    Optional<String> remember(String delivery, String content);

    /** Forgets a delivery that was not handled, so that its retry counts as new. */
    void forget(String delivery);

    /**
     * The key of a delivery: a hash of something unique to it. It is short and reveals nothing.
     *
     * @param name for example an event's id
     * @return 32 hexadecimal digits
     */
    static String key(String name) {
        return Delivery.hash(name);
    }

    /** Keeps 10,000 deliveries for ten minutes. A guard uses up to three entries per delivery. */
    static DeliveryMemory inMemory() {
        return inMemory(Duration.ofMinutes(10), 30_000);
    }

    /**
     * Keeps deliveries for this long.
     *
     * @param maxEntries the maximum number of entries; the oldest are dropped first
     */
    static DeliveryMemory inMemory(Duration window, int maxEntries) {
        return inMemory(window, maxEntries, Clock.systemUTC());
    }

    /** Keeps deliveries for this long, by another clock. */
    static DeliveryMemory inMemory(Duration window, int maxEntries, Clock clock) {
        return new RecentDeliveries(window, maxEntries, clock);
    }
}
