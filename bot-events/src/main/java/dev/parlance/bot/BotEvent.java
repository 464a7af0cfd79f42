package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happened, as the sender told it.
 *
 * <pre>{@code
 * .on("app_uninstalled", event -> tokens.forget(event.space()))
 * }</pre>
 *
 * @param id tells it from others; the same when the sender tells of it again
 * @param type what happened: {@code app_mention}, {@code message}, {@code app_uninstalled}, {@code onParticipantAdded} …
 * @param space where: the workspace's id, or the SID of a conversation's service
 * @param payload all that was told: Slack's {@code event} object, or the parameters of Twilio's webhook by name
 */
public record BotEvent(String id, String type, String space, JsonNode payload) {
    /** What happened; never what anybody wrote. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
