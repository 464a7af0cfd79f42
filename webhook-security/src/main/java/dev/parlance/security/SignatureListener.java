package dev.parlance.security;

import dev.parlance.webhook.WebhookRequest;

/**
 * Is notified of every checked request, for metrics and alerts.
 *
 * <pre>{@code
 * SignedWebhooks.verifiedBy(signature).withListener((request, verdict) ->
 *         log.info("{}", verdict.refusal().map(Enum::name).orElse("ACCEPTED")));
 * }</pre>
 *
 * <p>Called on the request's thread, so it must be thread-safe. Its exceptions are logged and don't affect the request.
 */
@FunctionalInterface
public interface SignatureListener {
    /** A request was accepted or refused. */
    void checked(WebhookRequest request, Verdict verdict);
}
