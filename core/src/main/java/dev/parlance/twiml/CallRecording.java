package dev.parlance.twiml;

/** Which part of a dialled call is recorded, and whether each side has a channel of its own. */
public enum CallRecording {
    /** Nothing. */
    DO_NOT_RECORD,
    /** From the answer on. */
    RECORD_FROM_ANSWER,
    /** From the first ring on. */
    RECORD_FROM_RINGING,
    /** From the answer on, in two channels. */
    RECORD_FROM_ANSWER_DUAL,
    /** From the first ring on, in two channels. */
    RECORD_FROM_RINGING_DUAL
}
