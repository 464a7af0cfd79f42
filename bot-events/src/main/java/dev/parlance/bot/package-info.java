/**
 * A bot: {@link dev.parlance.bot.BotEvents} answers the webhooks, {@link dev.parlance.bot.BotClient} asks the workspace's
 * API, {@link dev.parlance.bot.BotCheck} tells what is set up wrongly.
 */
@NullMarked
package dev.parlance.bot;

import org.jspecify.annotations.NullMarked;
