package dev.parlance.quarkus;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that answers a webhook of Twilio, at POST. Its class needs no other annotation.
 *
 * <pre>{@code
 * public class Desk {
 *     @TwilioWebhook("/sms")
 *     public MessageTwiml text(IncomingMessage message) {
 *         return MessageTwiml.reply("You said: " + message.body());
 *     }
 * }
 * }</pre>
 *
 * <p>Only requests that Twilio signed reach the method; anyone else gets a 403. A method of a resource with a parameter such as
 * {@code IncomingMessage}, {@code IncomingCall}, {@code GatherResult} or {@code WebhookRequest}, or with a result of {@code
 * MessageTwiml}, {@code VoiceTwiml} or {@code WebhookResponse}, is protected in the same way.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface TwilioWebhook {
    /** The path, below that of the class if it has a {@code @Path}. */
    String value();
}
