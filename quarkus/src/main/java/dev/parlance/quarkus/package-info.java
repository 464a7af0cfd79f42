/**
 * Parlance in Quarkus. Add {@code parlance-quarkus}; the rest is configuration. {@link dev.parlance.quarkus.TwilioWebhook} is the
 * annotation to start with.
 *
 * <pre>{@code
 * @TwilioWebhook("/sms")
 * public MessageTwiml answer(IncomingMessage message) {
 *     return MessageTwiml.reply("You said: " + message.body());
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.quarkus;

import org.jspecify.annotations.NullMarked;
