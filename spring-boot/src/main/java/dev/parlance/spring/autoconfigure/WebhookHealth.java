package dev.parlance.spring.autoconfigure;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether a token can verify webhooks, and when the last one came. A quiet day is not a problem, so it is always up. */
final class WebhookHealth extends AbstractHealthIndicator {
    private final Signatures signatures;
    private final LastWebhook lastWebhook;

    WebhookHealth(Signatures signatures, LastWebhook lastWebhook) {
        this.signatures = signatures;
        this.lastWebhook = lastWebhook;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up()
                .withDetail("authToken", signatures.canVerify() ? "present" : "missing")
                .withDetail(
                        "lastWebhook", lastWebhook.time().map(Object::toString).orElse("none since the start"));
    }
}
