package dev.parlance.twiml;

/** What can happen to a dialled call. */
public enum CallEvent {
    /** Twilio begins to dial. */
    INITIATED,
    /** It rings. */
    RINGING,
    /** Somebody answers. */
    ANSWERED,
    /** It is over. */
    COMPLETED
}
