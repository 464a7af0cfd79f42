/**
 * Webhooks: one {@link dev.parlance.webhook.WebhookRequest} in, one {@link dev.parlance.webhook.WebhookResponse} out, by
 * a {@link dev.parlance.webhook.WebhookHandler}. Servers of any kind are adapters to it.
 */
@NullMarked
package dev.parlance.webhook;

import org.jspecify.annotations.NullMarked;
