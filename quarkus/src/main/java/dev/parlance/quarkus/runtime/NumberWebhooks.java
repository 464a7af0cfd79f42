package dev.parlance.quarkus.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of this application that a phone number has: for texts, the first method with an {@code IncomingMessage}; for calls,
 * the first with an {@code IncomingCall}. Without one, those of a survey.
 *
 * @param text the path of the webhook for texts, or null
 * @param call the path of the webhook for calls, or null
 */
public record NumberWebhooks(
        @Nullable String text, @Nullable String call) {
    /** The path of the webhook for texts. */
    public Optional<String> textPath() {
        return Optional.ofNullable(text);
    }

    /** The path of the webhook for calls. */
    public Optional<String> callPath() {
        return Optional.ofNullable(call);
    }
}
