package dev.parlance.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording, from the action of a {@code <Record>} or from a recording status callback.
 *
 * @param callSid the SID of the call
 * @param sid the SID of the recording; empty if the caller said nothing
 * @param url the URL of the recording on Twilio; empty if the caller said nothing
 * @param duration the duration
 * @param digits the key that ended the recording, or {@code hangup}
 * @param status {@code completed}, {@code absent} or {@code failed} in a status callback; empty in an action
 * @param parameters all parameters that Twilio sent
 */
public record RecordingResult(
        String callSid,
        Optional<String> sid,
        Optional<String> url,
        Duration duration,
        Optional<String> digits,
        Optional<String> status,
        Parameters parameters) {

    /**
     * Reads a recording's webhook.
     *
     * @throws WebhookException if the call is missing or the length is not a number: a 400 that names the parameter
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

    /** The recording, its call and its duration. */
    @Override
    public String toString() {
        return "RecordingResult[" + sid.orElse("none") + " of " + callSid + ", " + duration + "]";
    }
}
