package dev.parlance.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A status callback for a call.
 *
 * @param sid the SID of the call
 * @param status the current status: {@code initiated}, {@code ringing}, {@code in-progress}, {@code completed},
 *     {@code busy}, {@code no-answer}, {@code canceled} or {@code failed}
 * @param duration the duration of the conversation, once the call is over
 * @param answeredBy the result of machine detection
 * @param sequence the position of this callback in the call, from 0; callbacks can arrive out of order
 * @param parameters all parameters that Twilio sent
 */
public record CallStatus(
        String sid,
        String status,
        Optional<Duration> duration,
        Optional<String> answeredBy,
        OptionalInt sequence,
        Parameters parameters) {
    private static final Set<String> FINAL = Set.of("completed", "busy", "no-answer", "canceled", "failed");

    /**
     * Reads a status callback for a call.
     *
     * @throws WebhookException if the call or its status is missing: a 400 that names the parameter
     */
    public static CallStatus of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        OptionalInt seconds = twilio.count("CallDuration");
        return new CallStatus(
                twilio.required("CallSid"),
                twilio.required("CallStatus"),
                seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty(),
                twilio.filled("AnsweredBy"),
                twilio.count("SequenceNumber"),
                twilio.all());
    }

    /** Whether the call is over. */
    public boolean isFinal() {
        return FINAL.contains(status);
    }

    /** The call and its status. */
    @Override
    public String toString() {
        return "CallStatus[" + sid + ", " + status + "]";
    }
}
