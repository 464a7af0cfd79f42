package dev.parlance.bot;

/** Handles a message to the bot. Must be thread-safe. */
@FunctionalInterface
public interface MessageHandler {
    /** Handles a message. Exceptions go to {@link BotEvents.Builder#onFailure}. */
    void handle(BotMessage message, Reply reply) throws Exception;
}
