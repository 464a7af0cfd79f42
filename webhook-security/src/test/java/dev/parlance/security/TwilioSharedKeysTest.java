package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSharedKeysTest {
    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";
    private static final String URL = "https://example.com/sms";
    private static final WebhookRequest TEXT =
            WebhookRequest.post(URL).withForm("From", "+15005550006", "Body", "hola");
    private static final String SIGNED_TEXT = URL + "BodyholaFrom+15005550006";

    private static final TwilioSignature TOKEN = TwilioSignature.of(Secret.of("token"));
    private static final TwilioSharedKeys KEYS =
            TwilioSharedKeys.of("key_1", Secret.of("first")).withKey("key_2", Secret.of("second"));

    /** Computes a signature without this module's code. */
    private static String signature(String algorithm, String key) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
        return Base64.getEncoder().encodeToString(mac.doFinal(SIGNED_TEXT.getBytes(UTF_8)));
    }

    private static WebhookRequest sent(String settings, String algorithm, String key) throws Exception {
        return TEXT.withHeader(SETTINGS, settings).withHeader(SIGNATURE, signature(algorithm, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=key_2,algorithm=HMAC_SHA256",
                "key=key_2, algorithm=HMAC_SHA256",
                "algorithm=HMAC_SHA256,key=key_2",
                "  Key = key_2 ; Algorithm = HMAC_SHA256  ",
                "key=key_2,algorithm=HMAC_SHA256,version=2",
            })
    void twilios_header_names_the_key_and_the_algorithm(String settings) throws Exception {
        Verdict verdict = KEYS.verify(sent(settings, "HmacSHA256", "second"));

        assertThat(verdict.isAccepted()).as("%s", verdict).isTrue();
    }

    @Test
    void a_key_may_sign_with_sha_1_if_the_header_says_so() throws Exception {
        assertThat(KEYS.verify(sent("key=key_1,algorithm=HMAC_SHA1", "HmacSHA1", "first"))
                        .isAccepted())
                .isTrue();
        assertThat(KEYS.verify(sent("key=key_1,algorithm=HMAC_SHA1", "HmacSHA256", "first"))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key=key_3,algorithm=HMAC_SHA256 | UNKNOWN_SIGNER | no secret",
                "key=key_1,algorithm=HMAC_SHA256 | WRONG_SIGNATURE | ",
                "key=key_2,algorithm=HMAC_MD5 | MALFORMED | algorithm",
                "key=key_2,algorithm=none | MALFORMED | algorithm",
                "key=key_2,algorithm= | MALFORMED | algorithm",
                "key=key_2 | MALFORMED | algorithm",
                "key=,algorithm=HMAC_SHA256 | MALFORMED | key",
                "algorithm=HMAC_SHA256 | MALFORMED | key",
                "key=key_2,key=key_1,algorithm=HMAC_SHA256 | MALFORMED | twice",
                "key=key_2,algorithm=HMAC_SHA256,algorithm=HMAC_SHA1 | MALFORMED | twice",
                "key_2 | MALFORMED | has no value",
                "key=key_2,,algorithm=HMAC_SHA256 | MALFORMED | has no value",
                "'' | MALFORMED | ",
            })
    void another_key_or_algorithm_is_refused_with_the_reason(String settings, Refusal refusal, String reason)
            throws Exception {
        WebhookRequest request = sent(settings, "HmacSHA256", "second");

        for (WebhookSignature signature : List.of(KEYS, KEYS.or(TOKEN), TOKEN.or(KEYS))) {
            Verdict verdict = signature.verify(request);
            assertThat(verdict.refusal()).as("%s", verdict).contains(refusal);
            assertThat(verdict.detail()).contains(reason == null ? "" : reason).doesNotContain("second");
        }
    }

    @Test
    void several_headers_and_overlong_ones_are_refused() throws Exception {
        WebhookRequest request = sent("key=key_2,algorithm=HMAC_SHA256", "HmacSHA256", "second");

        assertThat(KEYS.verify(request.withHeader(SETTINGS, "key=key_2,algorithm=HMAC_SHA256"))
                        .refusal())
                .contains(Refusal.MALFORMED);
        assertThat(KEYS.verify(sent("key=" + "k".repeat(100_000), "HmacSHA256", "second"))
                        .refusal())
                .contains(Refusal.MALFORMED);
    }

    @Test
    void without_the_header_the_auth_token_signs_with_sha_1() throws Exception {
        WebhookSignature either = KEYS.or(TOKEN);

        assertThat(either.verify(TEXT.withHeader(SIGNATURE, signature("HmacSHA1", "token")))
                        .isAccepted())
                .isTrue();
        assertThat(either.verify(TEXT.withHeader(SIGNATURE, signature("HmacSHA256", "second")))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
        assertThat(KEYS.verify(TEXT.withHeader(SIGNATURE, signature("HmacSHA1", "token")))
                        .refusal())
                .contains(Refusal.MISSING_SIGNATURE);
    }

    @Test
    void with_the_header_the_auth_token_does_not_count() throws Exception {
        WebhookRequest byToken = sent("key=key_2,algorithm=HMAC_SHA256", "HmacSHA1", "token");

        assertThat(KEYS.or(TOKEN).verify(byToken).refusal()).contains(Refusal.WRONG_SIGNATURE);
        Verdict alone = TOKEN.verify(byToken);
        assertThat(alone.refusal()).contains(Refusal.MISSING_SIGNATURE);
        assertThat(alone.detail()).contains(SETTINGS, "TwilioSharedKeys");
    }

    @Test
    void a_signed_request_is_accepted_and_has_twilios_header() {
        WebhookRequest signed = KEYS.sign(TEXT, "key_2");

        assertThat(signed.headers().all(SETTINGS)).containsExactly("key=key_2,algorithm=HMAC_SHA256");
        assertThat(signed.header(SIGNATURE).orElseThrow()).hasSize(44);
        assertThat(KEYS.verify(signed).isAccepted()).isTrue();
        assertThat(KEYS.verify(KEYS.sign(KEYS.sign(TEXT, "key_1"), "key_2")).isAccepted())
                .isTrue();
        assertThat(TwilioSharedKeys.of("key_2", Secret.of("second"))
                        .verify(signed.withUrl("https://example.com:443/sms"))
                        .isAccepted())
                .isTrue();
        assertThat(TwilioSharedKeys.of("key_2", Secret.of("other"))
                        .verify(signed)
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
        assertThat(TwilioSharedKeys.of("key_1", Secret.of("second"))
                        .verify(signed)
                        .refusal())
                .contains(Refusal.UNKNOWN_SIGNER);
    }

    @Test
    void keys_can_be_loaded() {
        TwilioSharedKeys loaded = TwilioSharedKeys.of(
                Secrets.loading(() -> Secrets.perSigner(Map.of("key_1", List.of(Secret.of("first"))))));
        WebhookRequest signed = loaded.sign(TEXT, "key_1");

        assertThat(TwilioSharedKeys.of("key_1", Secret.of("first"))
                        .verify(signed)
                        .isAccepted())
                .isTrue();
        assertThat(loaded.verify(signed).isAccepted()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> loaded.withKey("key_2", Secret.of("second")));
        assertThatIllegalArgumentException().isThrownBy(() -> loaded.sign(signed, "key_2"));
    }

    @Test
    void the_token_stays_valid_while_keys_are_introduced() {
        WebhookSignature either = KEYS.or(TOKEN);

        assertThat(either.verify(TOKEN.sign(TEXT)).isAccepted()).isTrue();
        assertThat(either.verify(KEYS.sign(TEXT, "key_1")).isAccepted()).isTrue();
        WebhookRequest forged =
                TwilioSharedKeys.of("key_1", Secret.of("guessed")).sign(TEXT, "key_1");
        assertThat(either.verify(forged).refusal()).contains(Refusal.WRONG_SIGNATURE);
    }
}
