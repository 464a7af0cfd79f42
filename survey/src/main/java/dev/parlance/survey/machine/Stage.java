package dev.parlance.survey.machine;

/** What is being waited for. */
public enum Stage {
    /** The first contact. */
    NEW,
    /** The choice of a language, or the word to go on. */
    OPENING,
    /** The answer to a question. */
    ASKING,
    /** Whether an answer was understood. */
    CONFIRMING,
    /** A key of the menu of a call. */
    MENU,
    /** Nothing: it is over. */
    OVER
}
