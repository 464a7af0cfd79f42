package dev.parlance.security;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;

/** Accepts what one of two signatures accepts. */
record EitherSignature(WebhookSignature first, WebhookSignature second) implements WebhookSignature {
    @Override
    public Verdict verify(WebhookRequest request) {
        Verdict one = first.verify(request);
        if (one.isAccepted()) {
            return one;
        }
        Verdict other = second.verify(request);
        boolean oneSaysMore =
                other.refusal().filter(Refusal.MISSING_SIGNATURE::equals).isPresent();
        return oneSaysMore ? one : other;
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return first.mayBeSigned(headers) || second.mayBeSigned(headers);
    }
}
