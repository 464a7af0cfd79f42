package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A button, a menu, a form or a shortcut that somebody used.
 *
 * @param type what it was: {@code block_actions}, {@code view_submission}, {@code shortcut}, {@code message_action} …
 * @param id which one: the action's {@code action_id}, or else the {@code callback_id}
 * @param value what was chosen, where there is one value
 * @param user who used it
 * @param channel where; empty for what belongs to no channel
 * @param space the workspace's id
 * @param payload all that was told
 */
public record Interaction(
        String type, String id, String value, String user, String channel, String space, JsonNode payload) {
    /** What was used; never what was chosen. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
