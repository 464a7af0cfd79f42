package dev.parlance.security;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;

/**
 * A signature scheme for webhooks: verifies that a request came unaltered from the expected sender and was meant for its URL.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSignature.of(token);
 * Verdict verdict = signature.verify(request);
 * }</pre>
 *
 * <p>To support another sender, implement this interface: compare with {@link java.security.MessageDigest#isEqual}, check the
 * whole body, and refuse malformed input instead of throwing. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface WebhookSignature {
    /** Verifies the request and, if it is refused, says why. */
    Verdict verify(WebhookRequest request);

    /**
     * Whether a request with these headers can be signed at all. If it can't, because the signature header is missing, it is
     * refused before its body is read. Default: true.
     */
    default boolean mayBeSigned(Headers headers) {
        return true;
    }

    /**
     * Accepts requests that either signature accepts. For the time while a sender changes from one scheme to another.
     */
    default WebhookSignature or(WebhookSignature other) {
        return new EitherSignature(this, other);
    }
}
