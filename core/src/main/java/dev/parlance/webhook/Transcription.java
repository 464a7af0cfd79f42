package dev.parlance.webhook;

import java.util.Optional;

/**
 * The transcription of a recording, from a transcription callback.
 *
 * <pre>{@code
 * Transcription transcription = Transcription.of(request);
 * Optional<String> words = transcription.text();
 * }</pre>
 */
public final class Transcription {
    private final String callSid;
    private final String recordingSid;
    private final Parameters parameters;

    private Transcription(TwilioParameters twilio) {
        this.callSid = twilio.required("CallSid");
        this.recordingSid = twilio.required("RecordingSid");
        this.parameters = twilio.all();
    }

    /**
     * Reads a transcription's webhook.
     *
     * @throws WebhookException if the call or the recording is missing: a 400 that names the parameter
     */
    public static Transcription of(WebhookRequest request) {
        return new Transcription(new TwilioParameters(request.parameters()));
    }

    /** The SID of the call. */
    public String callSid() {
        return callSid;
    }

    /** The SID of the recording. */
    public String recordingSid() {
        return recordingSid;
    }

    /** The transcribed text; empty if the transcription failed. */
    public Optional<String> text() {
        return parameters.nonEmpty("TranscriptionText");
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    /** The recording and its call, never the text. */
    @Override
    public String toString() {
        return "Transcription[" + recordingSid + " of " + callSid + "]";
    }
}
