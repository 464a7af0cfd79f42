package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as the sender reported it.
 *
 * <pre>{@code
 * BotEvents.verifiedBy(signature, client)
 *         .on("app_uninstalled", event -> log.info("The app was removed from {}", event.workspace()));
 * }</pre>
 *
 * @param id a unique id that stays the same when the sender repeats the event
 * @param type the type: {@code app_mention}, {@code message}, {@code app_uninstalled}, {@code onParticipantAdded} …
 * @param workspace the id of the workspace, or the SID of the conversation's service
 * @param payload all data: Slack's {@code event} object, or the parameters of Twilio's webhook by name
 */
public record BotEvent(String id, String type, String workspace, JsonNode payload) {
    /** Type and id. Never contains message text. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
