package dev.parlance.bot;

/**
 * Who the bot is, as its token says.
 *
 * @param userId its user id, by which it is mentioned: {@code U…}
 * @param botId the id that its own messages carry: {@code B…}; empty if the token is no bot's
 * @param user its user name
 * @param teamId the workspace's id
 * @param team the workspace's name
 */
public record BotIdentity(String userId, String botId, String user, String teamId, String team) {}
