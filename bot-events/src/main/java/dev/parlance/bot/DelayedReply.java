package dev.parlance.bot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Language;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends later answers to a command or interaction: up to five within half an hour.
 *
 * <p>Every method throws a {@link BotException} if the answer is refused or its outcome is unknown. Thread-safe.
 */
public final class DelayedReply {
    private static final JsonMapper JSON = new JsonMapper();

    private final BotClient client;
    private final String url;
    private final Supplier<Language> language;

    DelayedReply(BotClient client, String url, Supplier<Language> language) {
        this.client = client;
        this.url = url;
        this.language = language;
    }

    /** Sends a text that only the user sees. */
    public void post(String text) {
        post(MessagePart.text(text));
    }

    /** Sends a text that only the user sees. */
    public void post(MessagePart... parts) {
        client.respond(url, json(List.of(parts), false).toString());
    }

    /** Sends a prompt in the user's language that only the user sees. */
    public void postPrompt(String key, Object... namesAndValues) {
        post(language().text(key, namesAndValues));
    }

    /** Sends a text to everyone in the channel. */
    public void postToEveryone(String text) {
        postToEveryone(MessagePart.text(text));
    }

    /** Sends a text to everyone in the channel. */
    public void postToEveryone(MessagePart... parts) {
        client.respond(url, json(List.of(parts), true).toString());
    }

    /** Replaces the text of the message with the button, or of the first answer. */
    public void updateOriginal(String text) {
        updateOriginal(MessagePart.text(text));
    }

    /** Replaces the text of the message with the button, or of the first answer. */
    public void updateOriginal(MessagePart... parts) {
        client.respond(
                url, json(List.of(parts), false).put("replace_original", true).toString());
    }

    /** Deletes the message with the button, or the first answer. */
    public void deleteOriginal() {
        client.respond(url, JSON.createObjectNode().put("delete_original", true).toString());
    }

    /** The language of the user, or the default if unknown. The first call per user makes a request. */
    public Language language() {
        return language.get();
    }

    static ObjectNode json(List<MessagePart> parts, boolean toEveryone) {
        return JSON.createObjectNode()
                .put("response_type", toEveryone ? "in_channel" : "ephemeral")
                .put("text", SlackText.write(parts));
    }
}
