/**
 * Bots for Slack and Twilio Conversations. {@link dev.parlance.bot.BotEvents} receives the webhooks and is the type to start
 * with; {@link dev.parlance.bot.BotClient} calls Slack's API, {@link dev.parlance.bot.BotCheck} finds wrong settings.
 *
 * <pre>{@code
 * BotClient client = BotClient.of(Secret.of("xoxb-…"));
 * BotEvents bot = BotEvents.builder(client, signature)
 *         .onMention((mention, reply) -> reply.postInThread("You asked: " + mention.text()))
 *         .build();
 * router.post("/twilio/events", bot);
 * }</pre>
 */
@NullMarked
package dev.parlance.bot;

import org.jspecify.annotations.NullMarked;
