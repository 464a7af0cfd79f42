package dev.parlance.webhook;

import dev.parlance.Address;
import java.util.Optional;

/**
 * A call that asks what to do: one that came in, or one that we placed and that was answered.
 *
 * <pre>{@code
 * IncomingCall call = IncomingCall.of(request);
 * Address person = call.person();
 * }</pre>
 *
 * @param sid Twilio's name for the call, {@code CA…}, the same in all its webhooks
 * @param from who calls
 * @param to who is called; empty where a browser calls the application itself
 * @param status the state of the call, such as {@code ringing} or {@code in-progress}
 * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-dial}
 * @param answeredBy what answered a call with machine detection, such as {@code human} or {@code machine_end_beep}
 * @param forwardedFrom the number that was called first, where the carrier tells it
 * @param parameters everything that Twilio sent
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
     * @throws WebhookException if a parameter that every call has is missing or ill-formed: a 400 that names it
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

    /** The one we talk to: who calls, or, where we placed the call, who was called. */
    public Address person() {
        return isOutbound() ? to.orElse(from) : from;
    }

    /** Whether we placed the call. */
    public boolean isOutbound() {
        return direction.startsWith("outbound");
    }

    /** Which call, between whom, masked. */
    @Override
    public String toString() {
        return "IncomingCall[" + sid + " from " + from + " to "
                + to.map(Address::toString).orElse("nobody") + ", " + status + "]";
    }
}
