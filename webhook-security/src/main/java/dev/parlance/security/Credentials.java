package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Credentials by which a sender shows who he is, beside signing what he sends: Twilio can be told to send a name and
 * password (Basic or Digest), or a token of OAuth 2.0.
 *
 * <pre>{@code
 * Signed.by(signature).credentials(Credentials.basic("twilio", password));
 * Signed.by(signature).credentials(Credentials.bearer(token -> jwts.isValid(token)));
 * }</pre>
 *
 * <p>They are no substitute for a signature: they do not cover what is sent. Safe for use by several threads.
 */
public interface Credentials {
    /** Whether the sender has shown them. */
    boolean areShownBy(WebhookRequest request);

    /** The challenges of a 401, one for each header {@code WWW-Authenticate}. */
    List<String> challenges();

    /** A name and a password, as a URL {@code https://name:password@host/} has them. */
    static Credentials basic(String name, String password) {
        Secret expected = Secret.of(
                SecretChecks.present(name, "The name") + ":" + SecretChecks.present(password, "The password"));
        return new AuthorizationHeader(
                "Basic",
                given -> BasicLogin.decoded(given).filter(expected::equals).isPresent());
    }

    /**
     * A name and a password of which only a digest is sent (RFC 7616, with MD5 or SHA-256). The nonces are this object's own
     * and are good for five minutes: where several machines serve, a sender may be asked again.
     */
    static Credentials digest(String name, String password) {
        return DigestLogin.of(
                SecretChecks.present(name, "The name"),
                Secret.of(SecretChecks.present(password, "The password")),
                Clock.systemUTC());
    }

    /** A token that is always the same. */
    static Credentials bearer(String token) {
        byte[] expected = SecretChecks.present(token, "The token").getBytes(StandardCharsets.UTF_8);
        return bearer(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    /** A token of OAuth 2.0, such as a JWT, that the application checks by a library of its choice. */
    static Credentials bearer(Predicate<String> isValid) {
        return new AuthorizationHeader("Bearer", isValid);
    }
}
