package dev.parlance.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A method of a controller that answers a webhook of Twilio, at POST.
 *
 * <pre>{@code
 * @Controller
 * class Desk {
 *     @TwilioWebhook("/sms")
 *     MessageTwiml text(IncomingMessage message) {
 *         return MessageTwiml.reply("You said: " + message.body());
 *     }
 * }
 * }</pre>
 *
 * <p>Only requests that Twilio signed reach the method; anyone else gets a 403. A {@code @PostMapping} with a parameter such as
 * {@code IncomingMessage}, {@code IncomingCall}, {@code GatherResult} or {@code WebhookRequest}, or with a result of {@code
 * MessageTwiml}, {@code VoiceTwiml} or {@code WebhookResponse}, is protected in the same way.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@RequestMapping(method = RequestMethod.POST)
@ResponseBody
public @interface TwilioWebhook {
    /** The paths. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();
}
