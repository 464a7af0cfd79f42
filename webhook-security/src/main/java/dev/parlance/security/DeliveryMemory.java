package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers for a while which deliveries came. The one in memory serves one machine; where several serve, one on a store
 * that they share tells more.
 *
 * <pre>{@code
 * DeliveryMemory memory = DeliveryMemory.inMemory(Duration.ofMinutes(30), 100_000);
 * }</pre>
 *
 * <p>It is called by several threads at once.
 */
public interface DeliveryMemory {
    /**
     * Remembers a delivery, unless it is known already; looking and writing are one step.
     *
     * @param delivery tells it from others: 32 hexadecimal digits
     * @param content what it said: 32 hexadecimal digits
     * @return the content that was remembered of it before; empty if it is new
     */
    Optional<String> remember(String delivery, String content);

    /** Forgets a delivery that was not handled, so that it is new when it comes again. */
    void forget(String delivery);

    /**
     * What a delivery is remembered by: a hash of whatever tells it from others, short and of no use to anyone else.
     *
     * @param name such as an event's id
     * @return 32 hexadecimal digits
     */
    static String key(String name) {
        return Delivery.hash(name);
    }

    /** Ten thousand deliveries of the last ten minutes. A guard remembers each by up to three entries. */
    static DeliveryMemory inMemory() {
        return inMemory(Duration.ofMinutes(10), 30_000);
    }

    /**
     * Deliveries of the last while.
     *
     * @param most how many entries at most: beyond that the oldest are forgotten
     */
    static DeliveryMemory inMemory(Duration window, int most) {
        return inMemory(window, most, Clock.systemUTC());
    }

    /** Deliveries of the last while, by another clock. */
    static DeliveryMemory inMemory(Duration window, int most, Clock clock) {
        return new RecentDeliveries(window, most, clock);
    }
}
