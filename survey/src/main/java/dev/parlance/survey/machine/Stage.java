package dev.parlance.survey.machine;

/** What is being waited for. */
public enum Stage {
    /** The first contact. */
    NEW,
    /** The word to go on, or to go on in the other language. */
    OPENING,
    /** The choice of a language. */
    LANGUAGE,
    /** The answer to a question. */
    ASKING,
    /** Whether an answer was understood. */
    CONFIRMING,
    /** Whether the person wants no more messages. */
    STOPPING,
    /** A key of the menu of a call. */
    MENU,
    /** Nothing: it is over. */
    OVER
}
