/**
 * Webhooks: a {@link dev.parlance.webhook.WebhookHandler} takes a {@link dev.parlance.webhook.WebhookRequest} and returns a {@link
 * dev.parlance.webhook.WebhookResponse}. Adapters connect it to any kind of server.
 *
 * <pre>{@code
 * WebhookHandler echo = request ->
 *         WebhookResponse.of(MessageTwiml.reply("You said: " + IncomingMessage.of(request).body()));
 * WebhookServer server = WebhookServer.start(8080, Router.create().post("/sms", echo));
 * }</pre>
 */
@NullMarked
package dev.parlance.webhook;

import org.jspecify.annotations.NullMarked;
