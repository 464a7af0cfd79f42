package dev.parlance.bot;

/** Hears of something that happened. Called by several threads at once. */
@FunctionalInterface
public interface EventHandler {
    /** Hears of an event; what it throws is told to whoever hears of failures. */
    void handle(BotEvent event) throws Exception;
}
