package dev.parlance.survey.state;

/** What a session waits for. */
public enum Stage {
    /** The first contact. */
    NEW,
    /** The word to continue, or to switch to the other language. */
    OPENING,
    /** The choice of a language. */
    LANGUAGE,
    /** The answer to a question. */
    ASKING,
    /** The confirmation of an answer. */
    CONFIRMING,
    /** The confirmation that the person wants no more messages. */
    STOPPING,
    /** A key of a call's menu. */
    MENU,
    /** The end of a time that the survey waits. */
    WAITING,
    /** Nothing: the session is over. */
    OVER
}
