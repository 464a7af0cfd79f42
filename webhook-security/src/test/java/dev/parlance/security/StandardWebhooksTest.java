package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A third signature scheme, implemented as a user would. */
class StandardWebhooksTest {
    // snippet: third-scheme
    /** The scheme of standardwebhooks.com: {@code v1,base64(HMAC-SHA256(key, id.timestamp.body))}. */
    record StandardWebhooks(SecretKeySpec key, Clock clock) implements WebhookSignature {
        private static final Duration WINDOW = Duration.ofMinutes(5);

        static StandardWebhooks withSecret(String secret, Clock clock) {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            return new StandardWebhooks(new SecretKeySpec(key, "HmacSHA256"), clock);
        }

        @Override
        public Verdict verify(WebhookRequest request) {
            String id = request.header("webhook-id").orElse("");
            String time = request.header("webhook-timestamp").orElse("");
            String signatures = request.header("webhook-signature").orElse("");
            if (id.isEmpty() || signatures.isEmpty() || !time.matches("[0-9]{1,11}")) {
                return Verdict.refused(Refusal.MISSING_SIGNATURE, "A webhook-… header is missing or malformed.");
            }
            Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
            if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
                return Verdict.refused(Refusal.STALE, "Its timestamp is off by more than five minutes.");
            }
            byte[] expected = sign(id, time, request.body()).getBytes(UTF_8);
            boolean matches = Stream.of(signatures.split(" ", -1))
                    .anyMatch(given -> MessageDigest.isEqual(given.getBytes(UTF_8), expected));
            return matches
                    ? Verdict.accepted(id)
                    : Verdict.refused(Refusal.WRONG_SIGNATURE, "No signature matches this body.");
        }

        private String sign(String id, String time, byte[] body) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes((id + "." + time + ".").getBytes(UTF_8));
            text.writeBytes(body);
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.toByteArray()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
    // end

    private final MovableClock clock = new MovableClock();
    private final StandardWebhooks scheme =
            StandardWebhooks.withSecret("whsec_" + Base64.getEncoder().encodeToString(new byte[24]), clock);

    private WebhookRequest signed(String before) {
        String time = Long.toString(clock.instant().getEpochSecond());
        byte[] body = "{\"type\":\"user.created\"}".getBytes(UTF_8);
        return WebhookRequest.post("https://example.com/hooks")
                .withBody("application/json", body)
                .withHeader("webhook-id", "msg_1")
                .withHeader("webhook-timestamp", time)
                .withHeader("webhook-signature", before + scheme.sign("msg_1", time, body));
    }

    @Test
    void one_matching_signature_is_enough() {
        assertThat(scheme.verify(signed("")).isAccepted()).isTrue();
        assertThat(scheme.verify(signed("v1,other v1a,another ")).isAccepted()).isTrue();
    }

    @Test
    void another_body_or_time_is_refused() {
        assertThat(scheme.verify(signed("").withBody("application/json", new byte[0]))
                        .refusal())
                .contains(Refusal.WRONG_SIGNATURE);
        WebhookRequest signed = signed("");
        clock.advance(Duration.ofSeconds(301));
        assertThat(scheme.verify(signed).refusal()).contains(Refusal.STALE);
    }

    @Test
    void it_works_like_the_built_in_schemes() {
        SignedWebhooks both = SignedWebhooks.verifiedBy(scheme.or(TwilioSignature.of(Secret.of("token"))));

        assertThat(both.check(signed("")).isAccepted()).isTrue();
        assertThat(both.check(signed("")).request().isRepeated()).isTrue();
        assertThat(both.check(WebhookRequest.post("https://example.com/hooks")).isAccepted())
                .isFalse();
    }
}
