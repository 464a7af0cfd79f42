package dev.parlance.twiml;

/** Which part of a dialed call to record, and in how many channels. */
public enum CallRecording {
    /** Nothing. */
    DO_NOT_RECORD,
    /** Starts when the call is answered. */
    RECORD_FROM_ANSWER,
    /** Starts when the phone rings. */
    RECORD_FROM_RINGING,
    /** Starts when the call is answered; one channel per side. */
    RECORD_FROM_ANSWER_DUAL,
    /** Starts when the phone rings; one channel per side. */
    RECORD_FROM_RINGING_DUAL
}
