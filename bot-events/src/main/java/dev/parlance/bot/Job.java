package dev.parlance.bot;

/**
 * What is to be done after a webhook was answered.
 *
 * @param id tells it from others, and is the same when the sender tells of it again; empty where nobody tells twice
 * @param event what it is about, for whoever hears of failures
 * @param work the thing itself
 */
record Job(String id, BotEvent event, Work work) {
    /** Something to be done. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
