package dev.parlance.bot;

/**
 * The identity of the bot that a token belongs to.
 *
 * @param userId the user id, used in mentions: {@code U…}
 * @param botId the bot id, used in its own messages: {@code B…}; empty if the token is not a bot's
 * @param user the user name
 * @param teamId the workspace's id
 * @param team the workspace's name
 */
public record BotIdentity(String userId, String botId, String user, String teamId, String team) {}
