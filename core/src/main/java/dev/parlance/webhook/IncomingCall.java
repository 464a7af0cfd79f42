package dev.parlance.webhook;

import dev.parlance.Address;
import java.util.Optional;

/**
 * A voice webhook: a call that came in, or an outbound call that was answered.
 *
 * <pre>{@code
 * IncomingCall call = IncomingCall.of(request);
 * Address person = call.person();
 * }</pre>
 */
public final class IncomingCall {
    private final String sid;
    private final Address from;
    private final Optional<Address> to;
    private final Optional<Address> forwardedFrom;
    private final Parameters parameters;

    private IncomingCall(TwilioParameters twilio) {
        this.sid = twilio.required("CallSid");
        this.from = twilio.address("From");
        this.to = twilio.optionalAddress("To");
        this.forwardedFrom = twilio.optionalAddress("ForwardedFrom");
        this.parameters = twilio.all();
    }

    /**
     * Reads a voice webhook.
     *
     * @throws WebhookException if a parameter that every call has is missing or malformed: a 400 that names the parameter
     */
    public static IncomingCall of(WebhookRequest request) {
        return new IncomingCall(new TwilioParameters(request.parameters()));
    }

    /** The SID of the call, {@code CA…}, the same in all its webhooks. */
    public String sid() {
        return sid;
    }

    /** The caller. */
    public Address from() {
        return from;
    }

    /** The called address; empty if a browser calls the application itself. */
    public Optional<Address> to() {
        return to;
    }

    /** The person on the line: the caller, or for an outbound call, the called person. */
    public Address person() {
        return isOutbound() ? to.orElse(from) : from;
    }

    /** Whether your application placed the call. */
    public boolean isOutbound() {
        return parameters.first("Direction").orElse("").startsWith("outbound");
    }

    /** The state of the call, for example {@link CallState#RINGING}. */
    public CallState state() {
        return CallState.of(parameters.first("CallStatus").orElse(""));
    }

    /** The result of machine detection, if it was requested. */
    public Optional<AnsweredBy> answeredBy() {
        return parameters.nonEmpty("AnsweredBy").map(AnsweredBy::of);
    }

    /** The number that was called first, if the carrier reports it. */
    public Optional<Address> forwardedFrom() {
        return forwardedFrom;
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    /** The call and its state, with masked addresses. */
    @Override
    public String toString() {
        return "IncomingCall[" + sid + " from " + from + " to "
                + to.map(Address::toString).orElse("nobody") + ", " + state() + "]";
    }
}
