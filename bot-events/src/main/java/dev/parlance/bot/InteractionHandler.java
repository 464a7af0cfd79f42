package dev.parlance.bot;

/** Answers the use of a button, menu, form or shortcut. Must be thread-safe. The user waits for the answer. */
@FunctionalInterface
public interface InteractionHandler {
    /** Returns the answer at once. Put longer work in {@link ImmediateReply#withFollowUp}. */
    ImmediateReply answer(Interaction interaction);
}
