package dev.parlance.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording, as the action of a {@code <Record>} or a recording's status callback tells it.
 *
 * @param callSid Twilio's name for the call
 * @param sid Twilio's name for the recording; empty where the caller said nothing
 * @param url where Twilio keeps it; empty where the caller said nothing
 * @param length how long it is
 * @param digits the key that ended it, or {@code hangup}
 * @param status {@code completed}, {@code absent} or {@code failed} in a status callback; empty in an action
 * @param parameters everything that Twilio sent
 */
public record RecordingResult(
        String callSid,
        Optional<String> sid,
        Optional<String> url,
        Duration length,
        Optional<String> digits,
        Optional<String> status,
        Parameters parameters) {

    /**
     * Reads a recording's webhook.
     *
     * @throws WebhookException if the call is missing or the length is no number: a 400 that names it
     */
    public static RecordingResult of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new RecordingResult(
                twilio.required("CallSid"),
                twilio.filled("RecordingSid"),
                twilio.filled("RecordingUrl"),
                Duration.ofSeconds(twilio.count("RecordingDuration").orElse(0)),
                twilio.filled("Digits"),
                twilio.filled("RecordingStatus"),
                twilio.all());
    }

    /** Which recording of which call, and how long it is. */
    @Override
    public String toString() {
        return "RecordingResult[" + sid.orElse("none") + " of " + callSid + ", " + length + "]";
    }
}
