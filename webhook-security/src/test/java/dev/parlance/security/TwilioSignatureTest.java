package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSignatureTest {
    private static final String HEADER = "X-Twilio-Signature";
    private static final TwilioSignature SIGNATURE = TwilioSignature.of(Secret.of("token"));

    private static WebhookRequest text(String url) {
        return WebhookRequest.post(url)
                .withForm("AccountSid", "AC1", "From", "+15005550006", "Body", "¿Qué tal? 😀 a+b=c&d");
    }

    private static WebhookRequest json(String url, String body) {
        return WebhookRequest.post(url).withBody("application/json", body.getBytes(UTF_8));
    }

    /** The verdict for a request that is signed for one URL and arrives at another. */
    private static Verdict arriving(String signedFor, String at) {
        WebhookRequest signed = SIGNATURE.sign(text(signedFor));
        return SIGNATURE.verify(signed.withUrl(at));
    }

    @Test
    void a_signed_request_is_accepted() {
        assertThat(SIGNATURE
                        .verify(SIGNATURE.sign(text("https://example.com/sms")))
                        .isAccepted())
                .isTrue();
        assertThat(SIGNATURE
                        .verify(SIGNATURE.sign(WebhookRequest.get("https://example.com/sms?From=%2B1500")))
                        .isAccepted())
                .isTrue();
        assertThat(SIGNATURE
                        .verify(SIGNATURE.sign(json("https://example.com/events?x=1", "[{\"id\":\"EZ0\"}]")))
                        .isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/sms, https://example.com:443/sms",
        "https://example.com:443/sms, https://example.com/sms",
        "https://example.com/sms, https://example.com:8443/sms",
        "http://example.com:80/sms, http://example.com/sms",
        "https://[2001:db8::1]/sms, https://[2001:db8::1]:443/sms",
        "https://[2001:db8::1]:443/sms, https://[2001:db8::1]/sms",
        "https://my_host.example:443/a%2Fb?c=%2B, https://my_host.example/a%2Fb?c=%2B",
        "https://example.com, https://example.com/",
        "https://example.com?a=1, https://example.com/?a=1",
        "https://example.com/, https://example.com",
        "https://example.com:443, https://example.com/",
        "https://example.com/sms?a=it's, https://example.com/sms?a=it%27s",
        "https://example.com/sms?a=it%27s, https://example.com/sms?a=it's",
        "https://example.com:443/sms?a=it%27s, https://example.com/sms?a=it's",
        "https://example.com/sms, https://example.com/sms#rc=2",
    })
    void equivalent_forms_of_a_url_are_accepted(String signedFor, String at) {
        assertThat(arriving(signedFor, at).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/sms, https://example.com/sms/",
        "https://example.com/sms, https://example.com/SMS",
        "https://example.com/sms, http://example.com/sms",
        "https://example.com/sms, https://example.org/sms",
        "https://example.com/sms, https://sub.example.com/sms",
        "https://example.com/sms?a=1&b=2, https://example.com/sms?b=2&a=1",
        "https://example.com/sms?a=%2f, https://example.com/sms?a=%2F",
        "https://example.com/sms?a=b+c, https://example.com/sms?a=b%20c",
        "https://example.com/sms, https://example.com/sms?a",
        "https://example.com:8443/sms, https://example.com:9443/sms",
        "https://example.com/sms, https://example.com@example.org/sms",
    })
    void another_url_is_refused(String signedFor, String at) {
        Verdict verdict = arriving(signedFor, at);

        assertThat(verdict.refusal()).contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void the_signed_text_is_the_url_and_the_sorted_parameters() {
        WebhookRequest request =
                WebhookRequest.post("https://example.com/sms?x=1").withForm("To", "+2", "Body", "hi", "Body", "hi");

        assertThat(TwilioSignature.signedText(request)).isEqualTo("https://example.com/sms?x=1BodyhiTo+2");
    }

    @Test
    void a_login_in_the_configured_url_arrives_as_a_header() {
        String login = "Basic " + Base64.getEncoder().encodeToString("ana:pässword".getBytes(UTF_8));
        WebhookRequest signed =
                SIGNATURE.sign(text("https://ana:pässword@example.com/sms")).withHeader("Authorization", login);

        assertThat(SIGNATURE.verify(signed.withUrl("https://example.com/sms")).isAccepted())
                .isTrue();
        assertThat(SIGNATURE
                        .verify(signed.withUrl("https://example.com:443/sms"))
                        .isAccepted())
                .isTrue();
        assertThat(SIGNATURE.verify(signed.withUrl("https://example.org/sms")).isAccepted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss://example.com/stream", "wss://example.com:443/stream", "https://example.com/stream"})
    void a_websocket_is_signed_with_its_own_scheme(String signedFor) {
        WebhookRequest signed = SIGNATURE.sign(WebhookRequest.get(signedFor)).withHeader("Upgrade", "WebSocket");

        assertThat(SIGNATURE
                        .verify(signed.withUrl("https://example.com/stream"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void a_websockets_query_may_be_signed_as_form_parameters() {
        WebhookRequest signed =
                SIGNATURE.sign(WebhookRequest.post("wss://example.com/relay").withForm("b", "2", "a", "1"));
        WebhookRequest upgrade = WebhookRequest.get("https://example.com/relay?b=2&a=1")
                .withHeader("Upgrade", "websocket")
                .withHeader(HEADER, signed.header(HEADER).orElseThrow());

        assertThat(SIGNATURE.verify(upgrade).isAccepted()).isTrue();
        for (String query : List.of("?b=2&a=3", "?b=2&a=%zz", "?", "")) {
            assertThat(SIGNATURE
                            .verify(upgrade.withUrl("https://example.com/relay" + query))
                            .refusal())
                    .as(query)
                    .contains(Refusal.WRONG_SIGNATURE);
        }
    }

    @Test
    void a_captured_post_does_not_pass_as_an_upgrade_with_its_form_in_the_query() {
        for (String url : List.of("https://example.com/sms", "http://example.com:80/sms", "HTTPS://example.com/sms")) {
            WebhookRequest captured = SIGNATURE.sign(WebhookRequest.post(url).withForm("Body", "1", "From", "2"));
            WebhookRequest upgrade = WebhookRequest.get(url + "?Body=1&From=2")
                    .withHeader("Upgrade", "websocket")
                    .withHeader(HEADER, captured.header(HEADER).orElseThrow());

            assertThat(SIGNATURE.verify(upgrade).refusal()).as(url).contains(Refusal.WRONG_SIGNATURE);
            assertThat(SignedWebhooks.verifiedBy(SIGNATURE)
                            .withMethods("GET")
                            .withPublicUrl(URI.create("https://example.com"))
                            .check(upgrade)
                            .isAccepted())
                    .isFalse();
        }
    }

    @Test
    void the_websocket_scheme_is_tried_only_for_upgrades() {
        WebhookRequest signed = SIGNATURE.sign(WebhookRequest.get("wss://example.com/stream"));

        assertThat(SIGNATURE
                        .verify(signed.withUrl("https://example.com/stream"))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void the_hash_of_a_body_that_is_not_a_form_is_checked() {
        WebhookRequest signed = SIGNATURE.sign(json("https://example.com/events", "{\"a\":1}"));

        assertThat(signed.url()).matches("https://example.com/events\\?bodySHA256=[0-9a-f]{64}");
        Verdict verdict = SIGNATURE.verify(signed.withBody("application/json", "{\"a\":2}".getBytes(UTF_8)));
        assertThat(verdict.refusal()).contains(Refusal.WRONG_BODY_HASH);
    }

    @Test
    void a_removed_body_is_refused() {
        WebhookRequest signed = SIGNATURE.sign(json("https://example.com/events", "{\"a\":1}"));

        for (String type : List.of("application/json", "application/x-www-form-urlencoded", "")) {
            for (String body : List.of("", "&&", "{}")) {
                Verdict verdict = SIGNATURE.verify(signed.withBody(type, body.getBytes(UTF_8)));
                assertThat(verdict.isAccepted()).as("%s as %s", body, type).isFalse();
            }
        }
    }

    @Test
    void a_body_without_a_signed_hash_is_refused() {
        WebhookRequest signed = SIGNATURE.sign(WebhookRequest.post("https://example.com/events"));

        Verdict verdict = SIGNATURE.verify(signed.withBody("application/json", "{}".getBytes(UTF_8)));
        Verdict withoutType = SIGNATURE.verify(signed.withBody("", "From=x".getBytes(UTF_8)));

        assertThat(verdict.refusal()).contains(Refusal.WRONG_BODY_HASH);
        assertThat(withoutType.refusal()).contains(Refusal.WRONG_BODY_HASH);
    }

    @Test
    void the_last_hash_counts_because_twilio_appends_its_own() {
        WebhookRequest signed = SIGNATURE.sign(json("https://example.com/events?bodySHA256=old&x=%zz", "{\"a\":1}"));

        assertThat(SIGNATURE.verify(signed).isAccepted()).isTrue();
    }

    @Test
    void a_form_is_checked_as_a_form_whatever_the_url_says() {
        WebhookRequest signed = SIGNATURE.sign(text("https://example.com/sms?bodySHA256=0"));

        assertThat(SIGNATURE.verify(signed).isAccepted()).isTrue();
        assertThat(SIGNATURE.verify(signed.withForm("Body", "other")).refusal()).contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void any_of_several_tokens_may_have_signed() {
        WebhookRequest old = TwilioSignature.of(Secret.of("old")).sign(text("https://example.com/sms"));
        WebhookRequest current = TwilioSignature.of(Secret.of("new")).sign(text("https://example.com/sms"));
        TwilioSignature either = TwilioSignature.of(Secret.of("new"), Secret.of("old"));

        assertThat(either.verify(old).isAccepted()).isTrue();
        assertThat(either.verify(current).isAccepted()).isTrue();
        assertThat(either.verify(SIGNATURE.sign(text("https://example.com/sms")))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void a_request_signed_by_one_account_is_not_accepted_for_another() {
        Map<String, List<Secret>> tokens =
                Map.of("AC1", List.of(Secret.of("one")), "AC2", List.of(Secret.of("two"), Secret.of("older")));
        TwilioSignature both = TwilioSignature.of(Secrets.perSigner(tokens));
        WebhookRequest asAccount1 = text("https://example.com/sms");

        assertThat(both.verify(TwilioSignature.of(Secret.of("one")).sign(asAccount1))
                        .isAccepted())
                .isTrue();
        assertThat(both.verify(TwilioSignature.of(Secret.of("two")).sign(asAccount1))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
        WebhookRequest asAccount2 = WebhookRequest.get("https://example.com/sms?AccountSid=AC2");
        assertThat(both.verify(TwilioSignature.of(Secret.of("older")).sign(asAccount2))
                        .isAccepted())
                .isTrue();
        WebhookRequest asUnknown =
                WebhookRequest.post("https://example.com/sms").withForm("AccountSid", "AC3");
        assertThat(both.verify(TwilioSignature.of(Secret.of("one")).sign(asUnknown))
                        .refusal())
                .contains(Refusal.UNKNOWN_SIGNER);
    }

    @Test
    void a_new_token_is_loaded_when_the_old_one_does_not_match() {
        AtomicReference<String> stored = new AtomicReference<>("old");
        TwilioSignature loading = TwilioSignature.of(
                Secrets.loading(() -> Secrets.of(Secret.of(stored.get()))).withMinInterval(java.time.Duration.ZERO));
        assertThat(loading.verify(TwilioSignature.of(Secret.of("old")).sign(text("https://example.com/sms")))
                        .isAccepted())
                .isTrue();

        stored.set("new");

        assertThat(loading.verify(TwilioSignature.of(Secret.of("new")).sign(text("https://example.com/sms")))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void a_missing_and_a_duplicate_signature_are_different_refusals() {
        WebhookRequest signed = SIGNATURE.sign(text("https://example.com/sms"));

        assertThat(SIGNATURE.verify(text("https://example.com/sms")).refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(SIGNATURE.verify(signed.withHeader(HEADER, "x")).refusal()).contains(Refusal.MALFORMED);
    }

    @Test
    void a_malformed_form_is_refused_without_an_exception() {
        WebhookRequest signed = SIGNATURE.sign(text("https://example.com/sms"));

        Verdict verdict =
                SIGNATURE.verify(signed.withBody("application/x-www-form-urlencoded", "Body=%zz".getBytes(UTF_8)));

        assertThat(verdict.refusal()).contains(Refusal.MALFORMED);
        assertThat(verdict.detail()).contains("\"Body\"");
    }

    @Test
    void a_signature_that_decodes_to_the_same_bytes_is_refused() {
        WebhookRequest request = text("https://example.com/sms");
        String signature = SIGNATURE.sign(request).header(HEADER).orElseThrow();
        // 20 bytes leave the last two bits of 27 characters unused, so they can have any value.
        char last = signature.charAt(26);
        String other = signature.substring(0, 26) + (char) (last + 1) + "=";

        assertThat(Base64.getDecoder().decode(other))
                .isEqualTo(Base64.getDecoder().decode(signature));
        assertThat(SIGNATURE.verify(request.withHeader(HEADER, other)).isAccepted())
                .isFalse();
        assertThat(SIGNATURE
                        .verify(request.withHeader(HEADER, signature.substring(0, 27)))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void signing_for_an_unknown_account_is_rejected() {
        TwilioSignature otherAccount = TwilioSignature.of(Secrets.perSigner(Map.of("AC9", List.of(Secret.of("nine")))));

        assertThatIllegalArgumentException().isThrownBy(() -> otherAccount.sign(text("https://example.com/sms")));
    }
}
