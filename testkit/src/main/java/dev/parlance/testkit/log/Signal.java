package dev.parlance.testkit.log;

import java.time.Instant;

/**
 * A message between a browser's phone and Twilio: of the signalling, or of what the page tells of its media.
 *
 * @param number its place among all that happened, from 1
 * @param at when, by the fake's clock
 * @param from who sent it: {@code client:ana}, or {@link #SIGNALLING}
 * @param to who got it
 * @param type the message's type, {@code invite}; or of what the page tells, group and name: {@code connection accepted-by-remote}
 * @param callSid the call that it is about; empty for none
 */
public record Signal(long number, Instant at, String from, String to, String type, String callSid) {
    /** Twilio's signalling server. */
    public static final String SIGNALLING = "signalling";
    /** Where pages tell of their media. */
    public static final String EVENTS = "events";

    /** Whether it tells of a page's media, and is not part of the signalling. */
    public boolean isEvent() {
        return to.equals(EVENTS);
    }

    /** Who sent what to whom. */
    @Override
    public String toString() {
        return from + " -> " + to + ": " + type + (callSid.isEmpty() ? "" : " (" + callSid + ")");
    }
}
