package dev.parlance.webhook;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The caller's input at a {@code <Gather>}: keys or speech.
 *
 * <pre>{@code
 * GatherResult input = GatherResult.of(request);
 * Optional<String> keys = input.digits();          // Optional[5]
 * Optional<String> words = input.speech();         // Optional[five], with input.confidence() from 0 to 1
 * }</pre>
 */
public final class GatherResult {
    private final String callSid;
    private final OptionalDouble confidence;
    private final Parameters parameters;

    private GatherResult(TwilioParameters twilio) {
        this.callSid = twilio.required("CallSid");
        this.confidence = twilio.decimal("Confidence");
        this.parameters = twilio.all();
    }

    /**
     * Reads the request to a Gather's action.
     *
     * @throws WebhookException if the call is missing or the confidence is not a number: a 400 that names the parameter
     */
    public static GatherResult of(WebhookRequest request) {
        return new GatherResult(new TwilioParameters(request.parameters()));
    }

    /** The SID of the call. */
    public String callSid() {
        return callSid;
    }

    /** The pressed keys, without the finishing key. */
    public Optional<String> digits() {
        return parameters.nonEmpty("Digits");
    }

    /** The key that finished the input, such as {@code #}. Without {@link #digits}, the person pressed only this key. */
    public Optional<String> finishedOnKey() {
        return parameters.nonEmpty("FinishedOnKey");
    }

    /** The recognized words. */
    public Optional<String> speech() {
        return parameters.nonEmpty("SpeechResult");
    }

    /** The confidence of the speech recognition, from 0 to 1. */
    public OptionalDouble confidence() {
        return confidence;
    }

    /** Whether there was no input. */
    public boolean isEmpty() {
        return digits().isEmpty() && speech().isEmpty();
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    /** The call and the kind of input, never the input itself. */
    @Override
    public String toString() {
        String how = digits().isPresent() ? "keys" : speech().isPresent() ? "speech" : "nothing";
        return "GatherResult[" + callSid + ", " + how + "]";
    }
}
