package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksSignatureTest {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    /** The key of the specification's examples. */
    private static final String PUBLISHED_KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final MovableClock clock = new MovableClock();
    private final Secret secret = key(1);
    private final StandardWebhooksSignature scheme =
            StandardWebhooksSignature.of(secret).withClock(clock);

    private static Secret key(int firstByte) {
        byte[] key = new byte[24];
        key[0] = (byte) firstByte;
        return Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    private static WebhookRequest event() {
        return WebhookRequest.post("https://example.com/events")
                .withBody("application/json", "{\"text\":\"¿qué?\"}".getBytes(UTF_8));
    }

    private WebhookRequest signed() {
        return scheme.sign("msg_1", event());
    }

    private static WebhookRequest published(String signature) {
        return WebhookRequest.post("https://example.com/")
                .withBody("application/json", "{\"test\": 2432232314}".getBytes(UTF_8))
                .withHeader(ID, "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .withHeader(TIMESTAMP, "1614265330")
                .withHeader(SIGNATURE, signature);
    }

    private static StandardWebhooksSignature publishedScheme(String secret) {
        return StandardWebhooksSignature.of(Secret.of(secret))
                .withClock(Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_"})
    void the_published_example_is_accepted(String prefix) {
        StandardWebhooksSignature published = publishedScheme(prefix + PUBLISHED_KEY);
        String right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        String others =
                "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

        assertThat(published.verify(published(right)).isAccepted()).isTrue();
        assertThat(published.verify(published(others + " " + right)).isAccepted())
                .isTrue();
        assertThat(published.verify(published(others)).refusal()).contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void the_published_example_is_signed_like_that() {
        WebhookRequest unsigned = WebhookRequest.post("https://example.com/")
                .withBody("application/json", "{\"test\": 2432232314}".getBytes(UTF_8));

        WebhookRequest signed = publishedScheme(PUBLISHED_KEY).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", unsigned);

        assertThat(signed.header(SIGNATURE)).contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(signed.header(TIMESTAMP)).contains("1614265330");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1,",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLawdd",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                ""
            })
    void another_signature_is_refused(String signature) {
        assertThat(publishedScheme(PUBLISHED_KEY).verify(published(signature)).refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void a_timestamp_may_be_off_by_exactly_five_minutes() {
        WebhookRequest signed = signed();

        clock.advance(Duration.ofMinutes(5));
        assertThat(scheme.verify(signed).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(scheme.verify(signed).refusal()).contains(Refusal.STALE);
        clock.advance(Duration.ofMinutes(-10).minusSeconds(1));
        assertThat(scheme.verify(signed).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(-1));
        assertThat(scheme.verify(signed).refusal()).contains(Refusal.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "999999999999", "١٢٣"})
    void a_timestamp_that_is_not_a_number_is_refused(String timestamp) {
        assertThat(scheme.verify(with(TIMESTAMP, timestamp)).refusal()).contains(Refusal.MALFORMED);
    }

    private WebhookRequest with(String header, String value) {
        WebhookRequest signed = signed();
        return WebhookRequest.of("POST", signed.url(), signed.headers().with(header, value), signed.body());
    }

    @Test
    void the_id_the_timestamp_and_the_body_are_signed() {
        String later = Long.toString(clock.instant().getEpochSecond() + 1);

        assertThat(scheme.verify(with(ID, "msg_2")).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(scheme.verify(with(TIMESTAMP, later)).refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(scheme.verify(signed().withBody("application/json", new byte[0]))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, TIMESTAMP, SIGNATURE})
    void each_header_must_be_there_once(String header) {
        WebhookRequest twice = signed().withHeader(header, "another");
        Map<String, List<String>> others = new HashMap<>(signed().headers().asMap());
        others.remove(header);
        WebhookRequest never = WebhookRequest.of("POST", event().url(), Headers.of(others), event().body());

        assertThat(scheme.verify(twice).refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(scheme.verify(never).refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(scheme.mayBeSigned(never.headers())).isFalse();
        assertThat(scheme.mayBeSigned(signed().headers())).isTrue();
    }

    @Test
    void during_a_rotation_old_and_new_receivers_accept() {
        Secret next = key(2);
        WebhookRequest signed =
                StandardWebhooksSignature.of(next, secret).withClock(clock).sign("msg_1", event());

        assertThat(scheme.verify(signed).isAccepted()).isTrue();
        assertThat(StandardWebhooksSignature.of(next)
                        .withClock(clock)
                        .verify(signed)
                        .isAccepted())
                .isTrue();
        assertThat(StandardWebhooksSignature.of(key(3), next)
                        .withClock(clock)
                        .verify(signed())
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void a_retry_has_the_same_id_and_counts_as_repeated() {
        SignedWebhooks webhooks = SignedWebhooks.verifiedBy(scheme);

        assertThat(webhooks.check(signed()).request().isRepeated()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(webhooks.check(signed()).request().isRepeated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_not in Base64!", "a-b_c"})
    void a_secret_that_is_not_in_base64_stops_the_application_at_startup(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardWebhooksSignature.of(Secret.of(text)))
                .withMessageContaining("Standard Webhooks")
                .withMessageNotContaining("Base64!")
                .withNoCause();
    }

    @Test
    void secrets_per_signer_are_impossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardWebhooksSignature.of(Secrets.perSigner(Map.of("one", List.of(secret)))));
    }
}
