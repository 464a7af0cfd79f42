package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookPathsTest {
    @Test
    void two_webhooks_with_the_same_path_are_refused() {
        WebhookEndpoint dial = WebhookEndpoint.of("/dial", request -> WebhookResponse.noContent());
        WebhookEndpoint other = WebhookEndpoint.ofCalls("/dial", request -> WebhookResponse.noContent());

        assertThatIllegalStateException()
                .isThrownBy(() -> new WebhookPaths(List::of, List.of(dial, other), List.of()))
                .withMessage("Two webhooks have the path /dial; change one of them");
    }
}
