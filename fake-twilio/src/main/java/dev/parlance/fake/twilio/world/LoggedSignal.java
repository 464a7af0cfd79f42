package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.log.SignallingMessage;
import java.time.Instant;

/** A message between a browser phone and Twilio in the log. */
record LoggedSignal(long number, Instant at, String from, String to, String type, String callSid)
        implements SignallingMessage {
    @Override
    public String toString() {
        return from + " -> " + to + ": " + type + (callSid.isEmpty() ? "" : " (" + callSid + ")");
    }
}
