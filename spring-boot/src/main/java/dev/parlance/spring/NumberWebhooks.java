package dev.parlance.spring;

import java.util.Map;
import java.util.Optional;

/**
 * The webhooks of this application that a phone number has: for texts, the first method of a controller with an {@code
 * IncomingMessage}; for calls, the first with an {@code IncomingCall}. Without one, those of a survey. In development, they are set
 * on the fake's number; set them on your own number with {@code account.webhooks()} or in Twilio's console.
 */
public interface NumberWebhooks {
    /** The path of the webhook for texts. */
    Optional<String> textPath();

    /** The path of the webhook for calls. */
    Optional<String> callPath();

    /** The paths of the webhooks of senders on WhatsApp and RCS, by sender. */
    Map<String, String> senderPaths();
}
