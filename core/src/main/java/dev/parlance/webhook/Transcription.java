package dev.parlance.webhook;

import java.util.Optional;

/**
 * The transcription of a recording, from a transcription callback.
 *
 * @param callSid the SID of the call
 * @param recordingSid the SID of the recording
 * @param status {@code completed} or {@code failed}
 * @param text the transcribed text; empty if the transcription failed
 * @param parameters all parameters that Twilio sent
 */
public record Transcription(
        String callSid, String recordingSid, String status, Optional<String> text, Parameters parameters) {

    /**
     * Reads a transcription's webhook.
     *
     * @throws WebhookException if the call or the recording is missing: a 400 that names the parameter
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

    /** The recording, its call and the status, never the text. */
    @Override
    public String toString() {
        return "Transcription[" + recordingSid + " of " + callSid + ", " + status + "]";
    }
}
