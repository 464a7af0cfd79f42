package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A slash command that a user typed.
 *
 * @param name the command with its slash, {@code /ask}
 * @param text the text after the command
 * @param user the id of the user
 * @param channel the id of the channel
 * @param workspace the workspace's id
 * @param payload all parameters of the request
 */
public record Command(String name, String text, String user, String channel, String workspace, JsonNode payload) {
    /** The command. Never contains the text after it. */
    @Override
    public String toString() {
        return name;
    }
}
