package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A signature scheme that Parlance doesn't have, implemented as a user would. */
class CustomSchemeTest {
    // snippet: custom-scheme
    /** GitHub's scheme: {@code sha256=hex(HMAC-SHA256(secret, body))}. */
    record GitHubSignature(Secret secret) implements WebhookSignature {
        private static final String HEADER = "X-Hub-Signature-256";

        @Override
        public Verdict verify(WebhookRequest request) {
            String given = request.header(HEADER).orElse("");
            if (given.isEmpty()) {
                return Verdict.refused(Refusal.MISSING_SIGNATURE, "There is no header " + HEADER + ".");
            }
            return MessageDigest.isEqual(
                            given.getBytes(UTF_8), sign(request.body()).getBytes(UTF_8))
                    ? Verdict.accepted(given)
                    : Verdict.refused(Refusal.WRONG_SIGNATURE, "The signature does not match this body.");
        }

        private String sign(byte[] body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
                return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
    // end

    private final GitHubSignature scheme = new GitHubSignature(Secret.of("It's a Secret to Everybody"));

    private static WebhookRequest hello() {
        return WebhookRequest.post("https://example.com/hooks").withBody("text/plain", "Hello, World!".getBytes(UTF_8));
    }

    private WebhookRequest signed() {
        return hello().withHeader(GitHubSignature.HEADER, scheme.sign(hello().body()));
    }

    @Test
    void it_verifies_as_its_sender_signs() {
        WebhookRequest published = hello().withHeader(
                        GitHubSignature.HEADER,
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

        assertThat(scheme.verify(published).isAccepted()).isTrue();
        assertThat(scheme.verify(signed().withBody("text/plain", new byte[0])).refusal())
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void it_works_like_the_built_in_schemes() {
        SignedWebhooks both = SignedWebhooks.verifiedBy(scheme.or(TwilioSignature.of(Secret.of("token"))));

        assertThat(both.check(signed()).isAccepted()).isTrue();
        assertThat(both.check(signed()).request().isRepeated()).isTrue();
        assertThat(both.check(hello()).isAccepted()).isFalse();
    }
}
