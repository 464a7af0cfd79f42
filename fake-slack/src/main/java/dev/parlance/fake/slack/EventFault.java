package dev.parlance.fake.slack;

/** A fault or attack to inject into the next event. */
public enum EventFault {
    /** The application's response is lost, so the event is sent again. */
    ANSWER_LOST,
    /** The event is sent three times in a row, as after two lost responses. */
    THREE_TIMES,
    /** The event is sent three times at the same time. */
    THREE_TIMES_AT_ONCE,
    /** The event comes from an attacker who does not know the signing secret. */
    WRONGLY_SIGNED,
    /** The event comes from an attacker, without a signature. */
    UNSIGNED,
    /** The event is a replay with a ten-minute-old signature. */
    STALE,
    /** The event's signature is dated ten minutes in the future. */
    FROM_THE_FUTURE
}
