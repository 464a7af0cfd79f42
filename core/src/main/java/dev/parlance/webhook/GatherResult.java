package dev.parlance.webhook;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The caller's input at a {@code <Gather>}: keys or speech.
 *
 * <pre>{@code
 * GatherResult heard = GatherResult.of(request);
 * heard.digits();      // Optional[5]
 * heard.speech();      // Optional[five], with heard.confidence() from 0 to 1
 * }</pre>
 *
 * @param callSid the SID of the call
 * @param digits the pressed keys, without the finishing key
 * @param speech the recognized words
 * @param confidence the confidence of the speech recognition, from 0 to 1
 * @param parameters all parameters that Twilio sent
 */
public record GatherResult(
        String callSid,
        Optional<String> digits,
        Optional<String> speech,
        OptionalDouble confidence,
        Parameters parameters) {

    /**
     * Reads the request to a Gather's action.
     *
     * @throws WebhookException if the call is missing or the confidence is not a number: a 400 that names the parameter
     */
    public static GatherResult of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new GatherResult(
                twilio.required("CallSid"),
                twilio.filled("Digits"),
                twilio.filled("SpeechResult"),
                twilio.decimal("Confidence"),
                twilio.all());
    }

    /** Whether there was no input. */
    public boolean isEmpty() {
        return digits.isEmpty() && speech.isEmpty();
    }

    /** The call and the kind of input, never the input itself. */
    @Override
    public String toString() {
        String how = digits.isPresent() ? "keys" : speech.isPresent() ? "speech" : "nothing";
        return "GatherResult[" + callSid + ", " + how + "]";
    }
}
