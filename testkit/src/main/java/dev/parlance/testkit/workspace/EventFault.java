package dev.parlance.testkit.workspace;

/** What goes wrong with the next event, or who plays a trick with it. */
public enum EventFault {
    /** The application's answer is lost on its way, so that the event is sent again. */
    ANSWER_LOST,
    /** It is sent three times, one after the other, as after two answers that were lost. */
    THRICE,
    /** It is sent three times at the same moment. */
    THRICE_AT_ONCE,
    /** Somebody else sends it, who does not know the signing secret. */
    WRONGLY_SIGNED,
    /** Somebody else sends it, without a signature. */
    UNSIGNED,
    /** Somebody sends again what was signed ten minutes ago. */
    STALE,
    /** It is signed for ten minutes from now. */
    FROM_THE_FUTURE
}
