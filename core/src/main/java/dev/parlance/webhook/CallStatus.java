package dev.parlance.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A status callback for a call.
 *
 * <pre>{@code
 * CallStatus status = CallStatus.of(request);
 * if (status.state() == CallState.NO_ANSWER) {
 *     System.out.println("Nobody answered " + status.sid());
 * }
 * }</pre>
 */
public final class CallStatus {
    private final String sid;
    private final CallState state;
    private final OptionalInt seconds;
    private final OptionalInt sequence;
    private final Parameters parameters;

    private CallStatus(TwilioParameters twilio) {
        this.sid = twilio.required("CallSid");
        this.state = CallState.of(twilio.required("CallStatus"));
        this.seconds = twilio.count("CallDuration");
        this.sequence = twilio.count("SequenceNumber");
        this.parameters = twilio.all();
    }

    /**
     * Reads a status callback for a call.
     *
     * @throws WebhookException if the call or its status is missing: a 400 that names the parameter
     */
    public static CallStatus of(WebhookRequest request) {
        return new CallStatus(new TwilioParameters(request.parameters()));
    }

    /** The SID of the call. */
    public String sid() {
        return sid;
    }

    /** The current state. */
    public CallState state() {
        return state;
    }

    /** The duration of the conversation, once the call is over. */
    public Optional<Duration> duration() {
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty();
    }

    /** The result of machine detection, if it was requested. */
    public Optional<AnsweredBy> answeredBy() {
        return parameters.nonEmpty("AnsweredBy").map(AnsweredBy::of);
    }

    /** The position of this callback in the call, from 0; callbacks can arrive out of order. */
    public OptionalInt sequence() {
        return sequence;
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    /** The call and its state. */
    @Override
    public String toString() {
        return "CallStatus[" + sid + ", " + state + "]";
    }
}
