package dev.parlance.fake.twilio.log;

import java.time.Instant;

/** A message between a browser phone and Twilio: signalling, or an event about the page's media. */
public interface SignallingMessage {
    /** The name of Twilio's signalling server. */
    String SIGNALLING = "signalling";
    /** The name of the server that receives media events from pages. */
    String EVENTS = "events";

    /** The sequence number in the log, from 1. */
    long number();

    /** The time on the fake's clock. */
    Instant at();

    /** The sender: {@code client:ana}, or {@link #SIGNALLING}. */
    String from();

    /** The recipient. */
    String to();

    /**
     * The type of a signalling message ({@code invite}), or group and name of a media event ({@code connection
     * accepted-by-remote}).
     */
    String type();

    /** The SID of the call, or empty. */
    String callSid();

    /** Whether this is a media event and not signalling. */
    default boolean isEvent() {
        return to().equals(EVENTS);
    }

    /** Sender, recipient, type and call. */
    @Override
    String toString();
}
