package dev.parlance.bot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A slash command that somebody typed.
 *
 * @param name the command with its slash, {@code /ask}
 * @param text what was typed behind it
 * @param user who typed it
 * @param channel where
 * @param space the workspace's id
 * @param payload all that was told
 */
public record Command(String name, String text, String user, String channel, String space, JsonNode payload) {
    /** The command; never what was typed behind it. */
    @Override
    public String toString() {
        return name;
    }
}
