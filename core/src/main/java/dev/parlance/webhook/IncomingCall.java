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
 *
 * @param sid the SID of the call, {@code CA…}, the same in all its webhooks
 * @param from the caller
 * @param to the called address; empty if a browser calls the application itself
 * @param status the status of the call, for example {@code ringing} or {@code in-progress}
 * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-dial}
 * @param answeredBy the result of machine detection, for example {@code human} or {@code machine_end_beep}
 * @param forwardedFrom the number that was called first, if the carrier reports it
 * @param parameters all parameters that Twilio sent
 */
public record IncomingCall(
        String sid,
        Address from,
        Optional<Address> to,
        String status,
        String direction,
        Optional<String> answeredBy,
        Optional<Address> forwardedFrom,
        Parameters parameters) {

    /**
     * Reads a voice webhook.
     *
     * @throws WebhookException if a parameter that every call has is missing or malformed: a 400 that names the parameter
     */
    public static IncomingCall of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new IncomingCall(
                twilio.required("CallSid"),
                twilio.address("From"),
                twilio.optionalAddress("To"),
                twilio.text("CallStatus"),
                twilio.text("Direction"),
                twilio.filled("AnsweredBy"),
                twilio.optionalAddress("ForwardedFrom"),
                twilio.all());
    }

    /** The person on the line: the caller, or for an outbound call, the called person. */
    public Address person() {
        return isOutbound() ? to.orElse(from) : from;
    }

    /** Whether your application placed the call. */
    public boolean isOutbound() {
        return direction.startsWith("outbound");
    }

    /** The call and its status, with masked addresses. */
    @Override
    public String toString() {
        return "IncomingCall[" + sid + " from " + from + " to "
                + to.map(Address::toString).orElse("nobody") + ", " + status + "]";
    }
}
