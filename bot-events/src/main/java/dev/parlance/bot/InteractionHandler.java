package dev.parlance.bot;

/** Answers a button, a menu, a form or a shortcut. Called by several threads at once, while the person who used it waits. */
@FunctionalInterface
public interface InteractionHandler {
    /** The answer, to be given within a moment: what takes longer belongs into {@link Answer#later}. */
    Answer answer(Interaction interaction);
}
