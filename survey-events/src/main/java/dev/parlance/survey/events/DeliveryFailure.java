package dev.parlance.survey.events;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A receiver did not accept an event. */
final class DeliveryFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    private DeliveryFailure(String reason, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    /** A later attempt may succeed. */
    static DeliveryFailure temporary(String reason, Duration retryAfter, @Nullable Throwable cause) {
        return new DeliveryFailure(reason, Optional.of(retryAfter), cause);
    }

    /** No later attempt can succeed. */
    static DeliveryFailure permanent(String reason) {
        return new DeliveryFailure(reason, Optional.empty(), null);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The least time to wait before the next attempt; empty if there should be none. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
