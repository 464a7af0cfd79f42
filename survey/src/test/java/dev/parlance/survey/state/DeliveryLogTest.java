package dev.parlance.survey.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.session.Delivery;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryLogTest {
    private static Delivery delivery(String message, Delivery.Status status) {
        return new Delivery(message, "text", 1, status, Instant.EPOCH, Optional.empty());
    }

    @Test
    void the_oldest_message_is_forgotten_first_and_one_that_failed_last() {
        DeliveryLog log = DeliveryLog.EMPTY
                .with(1, delivery("failed", Delivery.Status.FAILED))
                .orElseThrow();
        for (int i = 0; i < DeliveryLog.MAX_MESSAGES; i++) {
            log = log.with(1, delivery("SM" + i, Delivery.Status.DELIVERED)).orElseThrow();
        }

        assertThat(log.entries()).hasSize(DeliveryLog.MAX_MESSAGES);
        assertThat(log.undelivered(1)).extracting(Delivery::message).containsExactly("failed");
        assertThat(log.with(1, delivery("SM0", Delivery.Status.DELIVERED)))
                .as("forgotten")
                .isPresent();
        assertThat(log.with(1, delivery("SM1", Delivery.Status.DELIVERED))).isEmpty();
    }
}
