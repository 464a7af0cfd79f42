package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a known signature: retries of the sender, and requests that an attacker derives from a captured one. */
class ReplayTest {
    private static final String TOKEN = "I-Twilio-Idempotency-Token";
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("token"));
    private static final WebhookRequest REAL = TWILIO.sign(
            WebhookRequest.post("https://example.com/sms").withForm("From", "+15005550006", "Body", "hola"));

    /** Has the same signature as the real one: a name ends one letter later. */
    private static final WebhookRequest ALTERED = REAL.withForm("From+", "15005550006", "Body", "hola");

    private static final WebhookHandler HANDLER =
            request -> WebhookResponse.text(request.isRepeated() ? "marked" : "new");
    private static final WebhookHandler FAILING =
            request -> WebhookResponse.noContent().withStatus(500);

    private final SignedWebhooks marking = SignedWebhooks.verifiedBy(TWILIO).withMethods("GET", "POST");
    private final SignedWebhooks refusing = SignedWebhooks.verifiedBy(TWILIO).withReplayGuard(ReplayGuard.refusing());

    private static String answer(SignedWebhooks signedWebhooks, WebhookRequest request) {
        WebhookResponse response = signedWebhooks.handler(HANDLER).respond(request);
        return response.status() == 200 ? response.bodyText() : Integer.toString(response.status());
    }

    @Test
    void a_refusing_guard_refuses_a_repeat_with_another_token() {
        assertThat(answer(refusing, REAL.withHeader(TOKEN, "a"))).isEqualTo("new");

        assertThat(refusing.check(REAL.withHeader(TOKEN, "b")).verdict().refusal())
                .contains(Refusal.REPEATED);
        assertThat(answer(refusing, REAL)).isEqualTo("403");
        assertThat(answer(refusing, REAL.withHeader(TOKEN, "a"))).isEqualTo("403");
    }

    @Test
    void a_known_token_marks_a_request_but_does_not_refuse_it() {
        WebhookRequest other =
                TWILIO.sign(WebhookRequest.post("https://example.com/sms").withForm("Body", "otra"));
        for (SignedWebhooks signedWebhooks : List.of(marking, refusing)) {
            assertThat(answer(signedWebhooks, REAL.withHeader(TOKEN, "a"))).isEqualTo("new");
            assertThat(answer(signedWebhooks, other.withHeader(TOKEN, "a"))).isEqualTo("marked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void after_a_failure_a_retry_is_new_and_an_altered_copy_is_marked(String token) {
        for (SignedWebhooks signedWebhooks : List.of(marking, refusing)) {
            WebhookRequest real = token.isEmpty() ? REAL : REAL.withHeader(TOKEN, token);
            assertThat(signedWebhooks.handler(FAILING).respond(real).status()).isEqualTo(500);

            assertThat(answer(signedWebhooks, ALTERED)).isEqualTo("marked");
            assertThat(answer(signedWebhooks, ALTERED.withHeader(TOKEN, "new"))).isIn("marked", "403");
            assertThat(answer(signedWebhooks, real)).isEqualTo("new");
        }
    }

    @Test
    void an_altered_copy_that_arrives_first_does_not_lock_out_the_real_sender() {
        for (SignedWebhooks signedWebhooks : List.of(marking, refusing)) {
            answer(signedWebhooks, ALTERED);

            assertThat(answer(signedWebhooks, REAL)).isEqualTo("marked");
        }
    }

    @Test
    void an_altered_copy_that_arrives_second_is_marked_whatever_its_token() {
        assertThat(answer(marking, REAL.withHeader(TOKEN, "a"))).isEqualTo("new");

        for (String token : List.of("a", "b", "c")) {
            assertThat(answer(marking, ALTERED.withHeader(TOKEN, token))).isEqualTo("marked");
        }
    }

    @Test
    void a_refusing_guard_passes_each_reading_of_a_signature_once() {
        assertThat(answer(refusing, REAL)).isEqualTo("new");
        assertThat(answer(refusing, ALTERED)).isEqualTo("marked");

        assertThat(answer(refusing, ALTERED)).isEqualTo("403");
        assertThat(answer(refusing, ALTERED.withHeader(TOKEN, "b"))).isEqualTo("403");
        assertThat(answer(refusing, REAL)).isEqualTo("403");
    }

    @Test
    void a_failed_repeat_does_not_make_the_next_one_new() {
        assertThat(answer(marking, REAL)).isEqualTo("new");
        assertThat(marking.handler(FAILING).respond(REAL).status()).isEqualTo(500);

        assertThat(answer(marking, REAL)).isEqualTo("marked");
    }

    @Test
    void the_method_is_remembered_too() {
        WebhookRequest get = TWILIO.sign(WebhookRequest.get("https://example.com/sms?Digits=1"));
        WebhookRequest asPost = WebhookRequest.of("POST", get.url(), get.headers(), get.body());

        assertThat(answer(marking, get.withHeader(TOKEN, "a"))).isEqualTo("new");
        assertThat(answer(marking, asPost.withHeader(TOKEN, "b"))).isEqualTo("marked");
    }

    @Test
    void an_altered_copy_is_logged() {
        List<String> lines = LogOfSigned.during(() -> {
            answer(marking, REAL);
            answer(marking, ALTERED);
        });

        assertThat(lines)
                .containsExactly(
                        "Passed on POST /sms, marked as repeated: its signature was seen before with other parameters.");
    }
}
