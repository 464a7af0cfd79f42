package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;

/**
 * Hears of each request that was checked: for counters and alarms.
 *
 * <pre>{@code
 * Signed.by(signature).listener((request, verdict) ->
 *         meters.counter("webhooks", "outcome", verdict.refusal().map(Enum::name).orElse("ACCEPTED")).increment());
 * }</pre>
 *
 * <p>It is called on the request's own thread, by several at once. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface SignatureListener {
    /** A request was accepted or refused. */
    void checked(WebhookRequest request, Verdict verdict);
}
