package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/** A slash command that a user typed. */
public final class Command {
    private final String name;
    private final String text;
    private final String user;
    private final String channel;
    private final String workspace;
    private final JsonNode payload;

    Command(String name, String text, String user, String channel, String workspace, JsonNode payload) {
        this.name = name;
        this.text = text;
        this.user = user;
        this.channel = channel;
        this.workspace = workspace;
        this.payload = payload;
    }

    /** The command with its slash, {@code /ask}. */
    public String name() {
        return name;
    }

    /** The text after the command. */
    public String text() {
        return text;
    }

    /** The id of the user. */
    public String user() {
        return user;
    }

    /** The id of the channel. */
    public String channel() {
        return channel;
    }

    /** The workspace's id. */
    public String workspace() {
        return workspace;
    }

    /** All parameters of the request. */
    public JsonNode payload() {
        return payload;
    }

    /** The command. Never contains the text after it. */
    @Override
    public String toString() {
        return name;
    }
}
