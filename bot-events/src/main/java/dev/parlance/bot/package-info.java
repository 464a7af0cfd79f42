/**
 * Bots for Slack and Twilio Conversations: {@link dev.parlance.bot.BotEvents} receives the webhooks, {@link
 * dev.parlance.bot.BotClient} calls Slack's API, {@link dev.parlance.bot.BotCheck} checks the setup.
 *
 * <pre>{@code
 * BotEvents bot = BotEvents.verifiedBy(SlackSignature.of(signingSecret), BotClient.of(token))
 *         .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.parlance.bot;

import org.jspecify.annotations.NullMarked;
