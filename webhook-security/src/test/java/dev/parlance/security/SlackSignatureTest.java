package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    private final MovableClock clock = new MovableClock();
    private final SlackSignature slack = SlackSignature.of(Secret.of("secret")).withClock(clock);

    private static WebhookRequest event() {
        return WebhookRequest.post("https://example.com/events")
                .withBody("application/json", "{\"type\":\"event_callback\",\"text\":\"¿qué?\"}".getBytes(UTF_8));
    }

    @Test
    void slacks_published_example_is_accepted() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        WebhookRequest request = WebhookRequest.post("https://example.com/")
                .withBody("application/x-www-form-urlencoded", body.getBytes(UTF_8))
                .withHeader(TIMESTAMP, "1531420618")
                .withHeader(SIGNATURE, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
        Clock then = Clock.fixed(Instant.ofEpochSecond(1531420618), ZoneOffset.UTC);

        Verdict verdict = SlackSignature.of(Secret.of("8f742231b10e8888abcd99yyyzzz85a5"))
                .withClock(then)
                .verify(request);

        assertThat(verdict.isAccepted()).isTrue();
    }

    @Test
    void a_timestamp_may_be_off_by_exactly_five_minutes() {
        WebhookRequest signed = slack.sign(event());

        clock.advance(Duration.ofMinutes(5));
        assertThat(slack.verify(signed).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(slack.verify(signed).refusal()).contains(Refusal.STALE);
        clock.advance(Duration.ofMinutes(-10).minusSeconds(1));
        assertThat(slack.verify(signed).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(-1));
        assertThat(slack.verify(signed).refusal()).contains(Refusal.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "+1", "1e9", "0x1", "١٢٣", "999999999999", "9999999999999999999999", "NaN"})
    void a_timestamp_that_is_not_a_number_is_refused(String timestamp) {
        WebhookRequest request = event().withHeader(TIMESTAMP, timestamp).withHeader(SIGNATURE, "v0=0");

        assertThat(slack.verify(request).refusal()).contains(Refusal.MALFORMED);
    }

    @Test
    void the_timestamp_is_signed_too() {
        WebhookRequest signed = slack.sign(event());
        String later = Long.toString(clock.instant().getEpochSecond() + 1);

        WebhookRequest moved =
                WebhookRequest.of("POST", signed.url(), signed.headers().with(TIMESTAMP, later), signed.body());

        assertThat(slack.verify(moved).refusal()).contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void each_byte_of_the_body_is_signed() {
        byte[] body = new byte[64];
        new Random(7).nextBytes(body);
        WebhookRequest signed = slack.sign(event().withBody("application/octet-stream", body));
        assertThat(slack.verify(signed).isAccepted()).isTrue();

        for (int i = 0; i < body.length; i++) {
            byte[] changed = body.clone();
            changed[i] ^= 1;
            assertThat(slack.verify(signed.withBody("application/octet-stream", changed))
                            .refusal())
                    .as("byte %d", i)
                    .contains(Refusal.WRONG_SIGNATURE);
        }
    }

    @Test
    void a_missing_or_duplicate_header_is_refused() {
        WebhookRequest signed = slack.sign(event());

        assertThat(slack.verify(event()).refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(slack.verify(signed.withHeader(SIGNATURE, "v0=0")).refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(slack.verify(signed.withHeader(TIMESTAMP, "0")).refusal()).contains(Refusal.MISSING_SIGNATURE);
    }

    @Test
    void another_secret_or_another_notation_of_the_signature_is_refused() {
        WebhookRequest signed = slack.sign(event());
        String signature = signed.header(SIGNATURE).orElseThrow();

        assertThat(SlackSignature.of(Secret.of("other"))
                        .withClock(clock)
                        .verify(signed)
                        .isAccepted())
                .isFalse();
        for (String other : new String[] {
            signature.substring(3),
            signature.replace("v0=", "v1="),
            "v0=" + signature.substring(3).toUpperCase(java.util.Locale.ROOT)
        }) {
            WebhookRequest request =
                    WebhookRequest.of("POST", signed.url(), signed.headers().with(SIGNATURE, other), signed.body());
            assertThat(slack.verify(request).refusal()).contains(Refusal.WRONG_SIGNATURE);
        }
    }

    @Test
    void secrets_per_signer_are_rejected_at_start() {
        Secrets perSigner = Secrets.perSigner(Map.of("T1", List.of(Secret.of("a signing secret"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlackSignature.of(perSigner))
                .withMessageContaining("Secrets.of");
    }
}
