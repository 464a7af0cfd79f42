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
    /** The end of a call with an agent. If nobody takes it, the open question is asked again. */
    AGENT,
    /** The end of a call with an agent. If nobody takes it, the survey goes on after the open question. */
    AGENT_NEXT,
    /** Nothing: the session is over. */
    OVER
}
