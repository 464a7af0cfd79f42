package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The events of Slack's that are messages to a bot. */
final class SlackMessages {
    static final String MENTION = "app_mention";
    static final String MESSAGE = "message";

    /** What people write has one of these, or none; all others tell of something else, such as of a change. */
    private static final Set<String> WRITTEN_BY_PEOPLE = Set.of("", "file_share", "thread_broadcast", "me_message");

    private SlackMessages() {}

    /** Whoever answers bots answers himself, or another that answers him. */
    static boolean isByABot(JsonNode payload) {
        String type = payload.path("type").asText();
        return (type.equals(MESSAGE) || type.equals(MENTION)) && (isBots(payload) || isBots(payload.path("message")));
    }

    private static boolean isBots(JsonNode message) {
        return message.hasNonNull("bot_id")
                || message.hasNonNull("bot_profile")
                || message.path("subtype").asText().equals("bot_message");
    }

    /** The message of an event, if it is one that somebody wrote to the bot. */
    static Optional<BotMessage> in(BotEvent event) {
        JsonNode payload = event.payload();
        boolean isDirect = event.type().equals(MESSAGE)
                && payload.path("channel_type").asText().equals("im");
        if ((!isDirect && !event.type().equals(MENTION))
                || !WRITTEN_BY_PEOPLE.contains(payload.path("subtype").asText())) {
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
