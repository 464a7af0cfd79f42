package dev.parlance.bot;

/**
 * Work to do after the response to a webhook.
 *
 * @param id a unique id that stays the same when the sender repeats the webhook; empty if the sender never does
 * @param event the event to report if the work fails
 * @param work the work
 */
record Job(String id, BotEvent event, Work work) {
    /** Work that can throw any exception. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
