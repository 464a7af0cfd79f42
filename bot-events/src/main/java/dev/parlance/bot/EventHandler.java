package dev.parlance.bot;

/** Handles an event. Must be thread-safe. */
@FunctionalInterface
public interface EventHandler {
    /** Handles an event. Exceptions go to {@link BotEvents.Builder#onFailure}. */
    void handle(BotEvent event) throws Exception;
}
