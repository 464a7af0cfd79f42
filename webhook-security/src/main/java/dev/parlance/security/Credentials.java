package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Credentials that a sender must show in addition to its signature: Twilio can send a name and password (Basic or Digest)
 * or an OAuth 2.0 token.
 *
 * <pre>{@code
 * SignedWebhooks.verifiedBy(signature).withCredentials(Credentials.basic("twilio", password));
 * SignedWebhooks.verifiedBy(signature).withCredentials(Credentials.bearer(text -> text.startsWith("ey") && isValid.test(text)));
 * }</pre>
 *
 * <p>They don't replace a signature, because they don't cover the content. Thread-safe.
 */
public interface Credentials {
    /** Whether the request carries these credentials. */
    boolean accepts(WebhookRequest request);

    /** The challenges to send with a 401, one per {@code WWW-Authenticate} header. */
    List<String> challenges();

    /** A name and a password, as in the URL {@code https://name:password@host/}. */
    static Credentials basic(String name, Secret password) {
        String text = SecretChecks.present(password, "The password").reveal();
        Secret expected = Secret.of(SecretChecks.present(name, "The name") + ":" + text);
        return new AuthorizationHeader(
                "Basic",
                given -> BasicLogin.decoded(given).filter(expected::equals).isPresent());
    }

    /**
     * A name and a password, sent only as a digest (RFC 7616, with MD5 or SHA-256). Nonces belong to this object and expire
     * after five minutes; with several machines, a sender may be challenged again.
     */
    static Credentials digest(String name, Secret password) {
        return DigestLogin.of(
                SecretChecks.present(name, "The name"),
                SecretChecks.present(password, "The password"),
                Clock.systemUTC());
    }

    /** A fixed token. */
    static Credentials bearer(Secret token) {
        byte[] expected = SecretChecks.present(token, "The token").reveal().getBytes(StandardCharsets.UTF_8);
        return bearer(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    /** An OAuth 2.0 token, such as a JWT, that your application checks with a library of your choice. */
    static Credentials bearer(Predicate<String> isValid) {
        return new AuthorizationHeader("Bearer", isValid);
    }
}
