package dev.parlance.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A recording, from the action of a {@code <Record>} or from a recording status callback.
 *
 * <pre>{@code
 * RecordingResult recording = RecordingResult.of(request);
 * Optional<URI> sound = recording.url();
 * }</pre>
 */
public final class RecordingResult {
    private final String callSid;
    private final Optional<URI> url;
    private final Duration duration;
    private final Parameters parameters;

    private RecordingResult(TwilioParameters twilio) {
        this.callSid = twilio.required("CallSid");
        this.url = twilio.optionalUrl("RecordingUrl");
        this.duration = Duration.ofSeconds(twilio.count("RecordingDuration").orElse(0));
        this.parameters = twilio.all();
    }

    /**
     * Reads a recording's webhook.
     *
     * @throws WebhookException if the call is missing, or the duration or the URL is malformed: a 400 that names the parameter
     */
    public static RecordingResult of(WebhookRequest request) {
        return new RecordingResult(new TwilioParameters(request.parameters()));
    }

    /** The SID of the call. */
    public String callSid() {
        return callSid;
    }

    /** The SID of the recording; empty if the caller said nothing. */
    public Optional<String> sid() {
        return parameters.nonEmpty("RecordingSid");
    }

    /** The URL of the recording on Twilio; empty if the caller said nothing. */
    public Optional<URI> url() {
        return url;
    }

    /** The duration. */
    public Duration duration() {
        return duration;
    }

    /** The key that ended the recording, or {@code hangup}. */
    public Optional<String> digits() {
        return parameters.nonEmpty("Digits");
    }

    /** All parameters that Twilio sent, for example {@code RecordingStatus} in a status callback. */
    public Parameters parameters() {
        return parameters;
    }

    /** The recording, its call and its duration. */
    @Override
    public String toString() {
        return "RecordingResult[" + sid().orElse("none") + " of " + callSid + ", " + duration + "]";
    }
}
