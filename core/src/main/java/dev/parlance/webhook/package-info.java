/**
 * Webhooks: a {@link dev.parlance.webhook.WebhookHandler} takes a {@link dev.parlance.webhook.WebhookRequest} and returns a
 * {@link dev.parlance.webhook.WebhookResponse}. Adapters connect it to any kind of server.
 */
@NullMarked
package dev.parlance.webhook;

import org.jspecify.annotations.NullMarked;
