package dev.parlance.quarkus.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of this application that a phone number has: for texts, the first method with an {@code IncomingMessage}; for calls,
 * the first with an {@code IncomingCall}. Without one, those of a survey.
 *
 * @param text the path of the webhook for texts, or null
 * @param call the path of the webhook for calls, or null
 * @param surveys the path below which those of surveys and desks are
 */
public record NumberWebhooks(
        @Nullable String text, @Nullable String call, String surveys) {
    private static final Pattern SENDER =
            Pattern.compile("parlance\\.surveys\\.messengers\\.\"?([^\".]+)\"?\\.(whatsapp|rcs)");

    /** The path of the webhook for texts. */
    public Optional<String> textPath() {
        return Optional.ofNullable(text);
    }

    /** The path of the webhook for calls. */
    public Optional<String> callPath() {
        return Optional.ofNullable(call);
    }

    /** The paths of the webhooks of senders on WhatsApp and RCS, by sender. A messaging service has none. */
    public Map<String, String> senderPaths(Config config) {
        Map<String, String> paths = new TreeMap<>();
        for (String property : config.getPropertyNames()) {
            Matcher matcher = SENDER.matcher(property);
            if (matcher.matches()) {
                String channel = matcher.group(2);
                config.getOptionalValue(property, String.class)
                        .map(sender -> sender.startsWith("+") ? channel + ":" + sender : sender)
                        .filter(sender -> sender.contains(":"))
                        .ifPresent(sender -> paths.put(sender, surveys + "/" + matcher.group(1) + "/" + channel));
            }
        }
        return paths;
    }
}
