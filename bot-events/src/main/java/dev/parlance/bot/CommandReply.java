package dev.parlance.bot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Language;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a command or an interaction is answered after the first moment: up to five times, within half an hour.
 *
 * <p>Every method throws a {@link BotException} if the answer was refused or if it is not known whether it was accepted.
 * Safe for use by several threads.
 */
public final class CommandReply {
    private static final JsonMapper JSON = new JsonMapper();

    private final BotClient client;
    private final String url;
    private final Supplier<Language> language;

    CommandReply(BotClient client, String url, Supplier<Language> language) {
        this.client = client;
        this.url = url;
        this.language = language;
    }

    /** Says this to the asker alone. */
    public void say(String text) {
        say(Part.words(text));
    }

    /** Says this to the asker alone. */
    public void say(Part... parts) {
        client.respond(url, json(List.of(parts), false).toString());
    }

    /** Says a prompt in the asker's language, to the asker alone. */
    public void prompt(String key, Object... namesAndValues) {
        say(language().text(key, namesAndValues));
    }

    /** Says this to all who are in the channel. */
    public void sayToEveryone(Part... parts) {
        client.respond(url, json(List.of(parts), true).toString());
    }

    /** Has this take the place of the message with the button, or of the first answer. */
    public void replaceOriginal(Part... parts) {
        client.respond(
                url, json(List.of(parts), false).put("replace_original", true).toString());
    }

    /** Takes the message with the button, or the first answer, away. */
    public void deleteOriginal() {
        client.respond(url, JSON.createObjectNode().put("delete_original", true).toString());
    }

    /** The language of the asker, or the default where it is not known. The first question of a person's costs a request. */
    public Language language() {
        return language.get();
    }

    static ObjectNode json(List<Part> parts, boolean toEveryone) {
        return JSON.createObjectNode()
                .put("response_type", toEveryone ? "in_channel" : "ephemeral")
                .put("text", SlackText.write(parts));
    }
}
