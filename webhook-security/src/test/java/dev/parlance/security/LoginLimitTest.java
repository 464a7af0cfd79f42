package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger reached = new AtomicInteger();
    private final WebhookHandler login = request -> {
        reached.incrementAndGet();
        return switch (request.bodyText()) {
            case "right" -> WebhookResponse.noContent();
            case "broken" -> throw new WebhookException(500, "broken (expected by this test)");
            default -> WebhookResponse.text("wrong").withStatus(401);
        };
    };
    private final WebhookHandler limited = LoginLimit.perMinute(3, 5, clock).wrap(login);

    private int tryFrom(String address, String key) {
        return answer(address, key).status();
    }

    private WebhookResponse answer(String address, String key) {
        return limited.respond(WebhookRequest.post("https://example.com/login")
                .withBody("text/plain", key.getBytes(UTF_8))
                .withRemoteAddress(address));
    }

    @Test
    void an_address_gets_a_few_wrong_guesses_per_minute() {
        for (int i = 0; i < 3; i++) {
            assertThat(tryFrom("192.0.2.1", "guess")).isEqualTo(401);
        }

        WebhookResponse refused = answer("192.0.2.1", "right");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("Retry-After").map(Integer::valueOf).orElseThrow())
                .isBetween(60, 61);
        assertThat(reached).hasValue(3);
        assertThat(tryFrom("192.0.2.2", "right")).isEqualTo(204);

        clock.advance(Duration.ofSeconds(61));
        assertThat(tryFrom("192.0.2.1", "right")).isEqualTo(204);
    }

    @Test
    void all_addresses_together_have_a_limit() {
        for (int i = 0; i < 5; i++) {
            assertThat(tryFrom("192.0.2." + i, "guess")).isEqualTo(401);
        }

        assertThat(tryFrom("192.0.2.99", "guess")).isEqualTo(429);
    }

    @Test
    void right_passwords_and_server_errors_do_not_count() {
        for (int i = 0; i < 20; i++) {
            assertThat(tryFrom("192.0.2.1", "right")).isEqualTo(204);
            assertThat(tryFrom("192.0.2.1", "broken")).isEqualTo(500);
        }
    }

    @Test
    void an_invalid_limit_is_rejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> LoginLimit.perMinute(0, 5, clock));
        assertThatIllegalArgumentException().isThrownBy(() -> LoginLimit.perMinute(3, 2, clock));
    }
}
