package dev.parlance.security;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;

/**
 * A way of signing webhooks: tells whether a request was signed by whom it should be, unaltered, for its URL.
 *
 * <pre>{@code
 * WebhookSignature signature = TwilioSignature.withToken(token);
 * Verdict verdict = signature.verify(request);
 * }</pre>
 *
 * <p>Whoever writes one for another sender compares with {@link java.security.MessageDigest#isEqual}, checks the whole
 * body, and answers malformed input with a refusal and not with an exception. It is called by several threads at once.
 */
@FunctionalInterface
public interface WebhookSignature {
    /** Whether the request is signed, and if not, why. */
    Verdict verify(WebhookRequest request);

    /**
     * Whether a request with these headers can be signed at all. If it can't, for want of the header with the signature, it is
     * refused before its body is read. Default: it can.
     */
    default boolean mayBeSigned(Headers headers) {
        return true;
    }

    /**
     * Accepts what this one accepts, or else the other: for as long as a sender goes over from one way of signing to
     * another.
     */
    default WebhookSignature or(WebhookSignature other) {
        return new EitherSignature(this, other);
    }
}
