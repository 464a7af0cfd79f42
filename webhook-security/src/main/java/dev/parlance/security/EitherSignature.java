package dev.parlance.security;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;

/** Accepts a request that either of two signatures accepts. */
record EitherSignature(WebhookSignature first, WebhookSignature second) implements WebhookSignature {
    @Override
    public Verdict verify(WebhookRequest request) {
        Verdict byFirst = first.verify(request);
        if (byFirst.isAccepted()) {
            return byFirst;
        }
        Verdict bySecond = second.verify(request);
        boolean firstSaysMore =
                bySecond.refusal().filter(Refusal.MISSING_SIGNATURE::equals).isPresent();
        return firstSaysMore ? byFirst : bySecond;
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return first.mayBeSigned(headers) || second.mayBeSigned(headers);
    }
}
