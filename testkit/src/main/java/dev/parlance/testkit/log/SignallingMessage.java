package dev.parlance.testkit.log;

import java.time.Instant;

/**
 * A message between a browser phone and Twilio: signalling, or an event about the page's media.
 *
 * @param number the sequence number in the log, from 1
 * @param at the time on the fake's clock
 * @param from the sender: {@code client:ana}, or {@link #SIGNALLING}
 * @param to the recipient
 * @param type the type of a signalling message ({@code invite}), or group and name of a media event ({@code connection
 *     accepted-by-remote})
 * @param callSid the SID of the call, or empty
 */
public record SignallingMessage(long number, Instant at, String from, String to, String type, String callSid) {
    /** The name of Twilio's signalling server. */
    public static final String SIGNALLING = "signalling";
    /** The name of the server that receives media events from pages. */
    public static final String EVENTS = "events";

    /** Whether this is a media event and not signalling. */
    public boolean isEvent() {
        return to.equals(EVENTS);
    }

    /** Sender, recipient, type and call. */
    @Override
    public String toString() {
        return from + " -> " + to + ": " + type + (callSid.isEmpty() ? "" : " (" + callSid + ")");
    }
}
