/**
 * Parlance in Spring Boot. Add {@code parlance-spring-boot-starter}; the rest is configuration. {@link
 * dev.parlance.spring.TwilioWebhook} is the annotation to start with.
 *
 * <pre>{@code
 * @TwilioWebhook("/sms")
 * MessageTwiml answer(IncomingMessage message) {
 *     return MessageTwiml.reply("You said: " + message.body());
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.spring;

import org.jspecify.annotations.NullMarked;
