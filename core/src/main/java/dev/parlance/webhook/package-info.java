/**
 * Webhooks: a {@link dev.parlance.webhook.WebhookHandler} takes a {@link dev.parlance.webhook.WebhookRequest} and returns a
 * {@link dev.parlance.webhook.WebhookResponse}. Start with the handler; a {@link dev.parlance.webhook.Router} chooses among several,
 * and a {@link dev.parlance.webhook.WebhookServer}, a servlet or a Lambda serves them.
 *
 * <pre>{@code
 * WebhookHandler echo = request ->
 *         WebhookResponse.of(MessageTwiml.reply("You wrote: " + IncomingMessage.of(request).body()));
 * WebhookServer server = WebhookServer.start(8080, Router.create().post("/sms", echo));
 * }</pre>
 */
@NullMarked
package dev.parlance.webhook;

import org.jspecify.annotations.NullMarked;
