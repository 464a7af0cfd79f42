package dev.parlance.security;

import java.time.Clock;
import java.time.Duration;

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
     * Remembers a delivery, in one step with looking for it.
     *
     * @param delivery 32 hexadecimal digits
     * @return whether it is new
     */
    boolean remember(String delivery);

    /** Forgets a delivery that was not handled, so that it is new when it comes again. */
    void forget(String delivery);

    /** Ten thousand deliveries of the last ten minutes. */
    static DeliveryMemory inMemory() {
        return inMemory(Duration.ofMinutes(10), 10_000);
    }

    /**
     * Deliveries of the last while.
     *
     * @param most how many at most: beyond that the oldest are forgotten
     */
    static DeliveryMemory inMemory(Duration window, int most) {
        return inMemory(window, most, Clock.systemUTC());
    }

    /** Deliveries of the last while, by another clock. */
    static DeliveryMemory inMemory(Duration window, int most, Clock clock) {
        return new RecentDeliveries(window, most, clock);
    }
}
