package dev.parlance.twiml;

/** Whose voice a {@link Stream} sends. */
public enum StreamTrack {
    /** What Twilio receives: the caller. */
    INBOUND_TRACK,
    /** What Twilio sends: what the caller hears. */
    OUTBOUND_TRACK,
    /** Both, each as a track of its own. */
    BOTH_TRACKS
}
