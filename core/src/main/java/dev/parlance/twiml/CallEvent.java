package dev.parlance.twiml;

/** An event of a dialed call. */
public enum CallEvent {
    /** Twilio starts dialing. */
    INITIATED,
    /** The phone rings. */
    RINGING,
    /** Someone answers. */
    ANSWERED,
    /** The call is over. */
    COMPLETED
}
