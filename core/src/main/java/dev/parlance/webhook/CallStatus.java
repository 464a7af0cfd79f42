package dev.parlance.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a call goes, or went.
 *
 * @param sid Twilio's name for the call
 * @param status the state it is in now: {@code initiated}, {@code ringing}, {@code in-progress}, {@code completed},
 *     {@code busy}, {@code no-answer}, {@code canceled} or {@code failed}
 * @param length how long the two talked, once it is over
 * @param answeredBy what answered a call with machine detection
 * @param sequence the place of this news among all of this call, from 0: they may arrive out of order
 * @param parameters everything that Twilio sent
 */
public record CallStatus(
        String sid,
        String status,
        Optional<Duration> length,
        Optional<String> answeredBy,
        OptionalInt sequence,
        Parameters parameters) {
    private static final Set<String> FINAL = Set.of("completed", "busy", "no-answer", "canceled", "failed");

    /**
     * Reads a call's status callback.
     *
     * @throws WebhookException if the call or its status is missing: a 400 that names it
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

    /** Which call, and its state. */
    @Override
    public String toString() {
        return "CallStatus[" + sid + ", " + status + "]";
    }
}
