/**
 * Verifies webhooks: signatures of Twilio and Slack, rotation of secrets, the URL behind a proxy, and repeats. Start with {@link
 * dev.parlance.security.SignedWebhooks}; in a servlet container, with the filter in {@code dev.parlance.security.servlet}.
 *
 * <pre>{@code
 * SignedWebhooks signed = SignedWebhooks.verifiedBy(TwilioSignature.of(token));
 * WebhookServer server = WebhookServer.start(8080, signed.handler(router));
 * }</pre>
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
