package dev.parlance.security;

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
     * Accepts what this one accepts, or else the other: for as long as a sender goes over from one way of signing to
     * another.
     */
    default WebhookSignature or(WebhookSignature other) {
        return request -> {
            Verdict first = verify(request);
            if (first.isAccepted()) {
                return first;
            }
            Verdict second = other.verify(request);
            boolean firstSaysMore =
                    second.refusal().filter(Refusal.MISSING_SIGNATURE::equals).isPresent();
            return firstSaysMore ? first : second;
        };
    }
}
