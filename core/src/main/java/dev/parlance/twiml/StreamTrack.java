package dev.parlance.twiml;

/** The audio that a {@link MediaStream} sends. */
public enum StreamTrack {
    /** What Twilio receives: the caller's voice. */
    INBOUND_TRACK,
    /** What Twilio sends: what the caller hears. */
    OUTBOUND_TRACK,
    /** Both, as separate tracks. */
    BOTH_TRACKS
}
