package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/** The use of a button, menu, form or shortcut. */
public final class Interaction {
    private final String type;
    private final String id;
    private final String value;
    private final String user;
    private final String channel;
    private final String workspace;
    private final JsonNode payload;

    Interaction(String type, String id, String value, String user, String channel, String workspace, JsonNode payload) {
        this.type = type;
        this.id = id;
        this.value = value;
        this.user = user;
        this.channel = channel;
        this.workspace = workspace;
        this.payload = payload;
    }

    /** The type: {@code block_actions}, {@code view_submission}, {@code shortcut}, {@code message_action} … */
    public String type() {
        return type;
    }

    /** The {@code action_id} of the action, or else the {@code callback_id}. */
    public String id() {
        return id;
    }

    /** The chosen value, if there is exactly one; otherwise empty. */
    public String value() {
        return value;
    }

    /** The id of the user. */
    public String user() {
        return user;
    }

    /** The channel's id; can be empty. */
    public String channel() {
        return channel;
    }

    /** The workspace's id. */
    public String workspace() {
        return workspace;
    }

    /** The whole payload. */
    public JsonNode payload() {
        return payload;
    }

    /** Type and id. Never contains the value. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
