package dev.parlance.bot;

/** Answers what somebody wrote to the bot. Called by several threads at once. */
@FunctionalInterface
public interface MessageHandler {
    /** Answers a message; what it throws is told to whoever hears of failures. */
    void handle(BotMessage message, Reply reply) throws Exception;
}
