package dev.parlance.bot;

/** Answers a slash command. Must be thread-safe. The user waits for the answer. */
@FunctionalInterface
public interface CommandHandler {
    /** Returns the answer at once. Put longer work in {@link ImmediateReply#withFollowUp}. */
    ImmediateReply answer(Command command);
}
