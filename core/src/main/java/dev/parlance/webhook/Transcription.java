package dev.parlance.webhook;

import java.util.Optional;

/**
 * What a recording says, in writing, as a transcription callback tells it.
 *
 * @param callSid Twilio's name for the call
 * @param recordingSid Twilio's name for the recording
 * @param status {@code completed} or {@code failed}
 * @param text the words; empty where it failed
 * @param parameters everything that Twilio sent
 */
public record Transcription(
        String callSid, String recordingSid, String status, Optional<String> text, Parameters parameters) {

    /**
     * Reads a transcription's webhook.
     *
     * @throws WebhookException if the call or the recording is missing: a 400 that names it
     */
    public static Transcription of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new Transcription(
                twilio.required("CallSid"),
                twilio.required("RecordingSid"),
                twilio.text("TranscriptionStatus"),
                twilio.filled("TranscriptionText"),
                twilio.all());
    }

    /** Which recording of which call; never the words. */
    @Override
    public String toString() {
        return "Transcription[" + recordingSid + " of " + callSid + ", " + status + "]";
    }
}
