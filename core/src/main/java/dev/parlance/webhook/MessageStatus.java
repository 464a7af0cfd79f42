package dev.parlance.webhook;

import dev.parlance.Address;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A status callback for a message that your application sent.
 *
 * <pre>{@code
 * MessageStatus status = MessageStatus.of(request);
 * if (status.state().hasFailed()) {
 *     System.out.println(status.sid() + " failed with error " + status.errorCode());
 * }
 * }</pre>
 */
public final class MessageStatus {
    private final String sid;
    private final MessageState state;
    private final Optional<Address> to;
    private final OptionalInt errorCode;
    private final Parameters parameters;

    private MessageStatus(TwilioParameters twilio) {
        this.sid = twilio.required("MessageSid");
        this.state = MessageState.of(twilio.required("MessageStatus"));
        this.to = twilio.optionalAddress("To");
        this.errorCode = twilio.count("ErrorCode");
        this.parameters = twilio.all();
    }

    /**
     * Reads a status callback for a message.
     *
     * @throws WebhookException if the message or its status is missing: a 400 that names the parameter
     */
    public static MessageStatus of(WebhookRequest request) {
        return new MessageStatus(new TwilioParameters(request.parameters()));
    }

    /** The SID of the message. */
    public String sid() {
        return sid;
    }

    /** The current state. */
    public MessageState state() {
        return state;
    }

    /** The recipient. */
    public Optional<Address> to() {
        return to;
    }

    /** Why it failed. */
    public OptionalInt errorCode() {
        return errorCode;
    }

    /** All parameters that Twilio sent. */
    public Parameters parameters() {
        return parameters;
    }

    /** The message and its state. */
    @Override
    public String toString() {
        return "MessageStatus[" + sid + ", " + state + "]";
    }
}
