/**
 * Verifies that a webhook really came from Twilio, Slack or your own signer, also during the rotation of secrets and behind a
 * proxy. Start with {@link dev.parlance.security.SignedWebhooks}; in a servlet container, with the filter in
 * {@code dev.parlance.security.servlet}.
 *
 * <pre>{@code
 * Secret token = Secret.of(System.getenv("TWILIO_AUTH_TOKEN"));
 * WebhookHandler safe = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
 *         .withPublicUrl(URI.create("https://hooks.example.com"))
 *         .handler(router);
 * }</pre>
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
