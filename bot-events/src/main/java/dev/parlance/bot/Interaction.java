package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The use of a button, menu, form or shortcut.
 *
 * @param type the type: {@code block_actions}, {@code view_submission}, {@code shortcut}, {@code message_action} …
 * @param id the {@code action_id} of the action, or else the {@code callback_id}
 * @param value the chosen value, if there is exactly one
 * @param user the id of the user
 * @param channel the channel's id, or empty
 * @param workspace the workspace's id
 * @param payload the whole payload
 */
public record Interaction(
        String type, String id, String value, String user, String channel, String workspace, JsonNode payload) {
    /** Type and id. Never contains the value. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
