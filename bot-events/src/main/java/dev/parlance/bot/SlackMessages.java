package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the messages to a bot among Slack's events. */
final class SlackMessages {
    static final String MENTION = "app_mention";
    static final String MESSAGE = "message";

    /** The subtypes of messages that people write. Other subtypes report changes and the like. */
    private static final Set<String> USER_SUBTYPES = Set.of("", "file_share", "thread_broadcast", "me_message");

    private SlackMessages() {}

    /** Bots are not answered, because two bots could answer each other endlessly. */
    static boolean isFromBot(JsonNode payload) {
        String type = payload.path("type").asText();
        return (type.equals(MESSAGE) || type.equals(MENTION)) && (isBots(payload) || isBots(payload.path("message")));
    }

    private static boolean isBots(JsonNode message) {
        return message.hasNonNull("bot_id")
                || message.hasNonNull("bot_profile")
                || message.path("subtype").asText().equals("bot_message");
    }

    /** The message of an event, if a person wrote it to the bot. */
    static Optional<BotMessage> in(BotEvent event) {
        JsonNode payload = event.payload();
        boolean isDirect = event.type().equals(MESSAGE)
                && payload.path("channel_type").asText().equals("im");
        if ((!isDirect && !event.type().equals(MENTION))
                || !USER_SUBTYPES.contains(payload.path("subtype").asText())) {
            return Optional.empty();
        }
        BotMessage message = new BotMessage(
                payload.path("ts").asText(),
                payload.path("channel").asText(),
                payload.path("user").asText(),
                Optional.of(payload.path("thread_ts").asText()).filter(thread -> !thread.isEmpty()),
                SlackText.parse(payload.path("text").asText()),
                files(payload.path("files")),
                event);
        return Optional.of(message).filter(it -> !it.isEmpty());
    }

    private static List<SharedFile> files(JsonNode files) {
        List<SharedFile> all = new ArrayList<>();
        for (JsonNode file : files) {
            all.add(new SharedFile(
                    file.path("id").asText(),
                    file.path("name").asText(),
                    file.path("mimetype").asText(),
                    file.path("size").asLong()));
        }
        return all;
    }
}
