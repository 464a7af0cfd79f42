package dev.parlance.bot;

/** Answers a slash command. Called by several threads at once, while the person who typed it waits. */
@FunctionalInterface
public interface CommandHandler {
    /** The answer, to be given within a moment: what takes longer belongs into {@link Answer#later}. */
    Answer answer(Command command);
}
