package dev.parlance.webhook;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a caller entered at a {@code <Gather>}: keys, or words.
 *
 * <pre>{@code
 * GatherResult heard = GatherResult.of(request);
 * heard.digits();      // Optional[5]
 * heard.speech();      // Optional[five], with heard.confidence() from 0 to 1
 * }</pre>
 *
 * @param callSid Twilio's name for the call
 * @param digits the keys that were pressed, without the one that ended them
 * @param speech the words that were recognised
 * @param confidence how sure the recogniser is, from 0 to 1
 * @param parameters everything that Twilio sent
 */
public record GatherResult(
        String callSid,
        Optional<String> digits,
        Optional<String> speech,
        OptionalDouble confidence,
        Parameters parameters) {

    /**
     * Reads the webhook of a Gather's action.
     *
     * @throws WebhookException if the call is missing or the confidence is no number: a 400 that names it
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

    /** Whether nothing was entered. */
    public boolean isEmpty() {
        return digits.isEmpty() && speech.isEmpty();
    }

    /** Which call, and how it was answered; never what. */
    @Override
    public String toString() {
        String how = digits.isPresent() ? "keys" : speech.isPresent() ? "speech" : "nothing";
        return "GatherResult[" + callSid + ", " + how + "]";
    }
}
