package dev.parlance.webhook;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A status callback for a message that your application sent.
 *
 * <pre>{@code
 * MessageStatus status = MessageStatus.of(request);
 * if (status.hasFailed()) {
 *     log.warn("{} failed with error {}", status.sid(), status.errorCode());
 * }
 * }</pre>
 *
 * @param sid the SID of the message
 * @param status the current status, for example {@code sent}, {@code delivered}, {@code undelivered}
 * @param errorCode why it failed
 * @param parameters all parameters that Twilio sent
 */
public record MessageStatus(String sid, String status, OptionalInt errorCode, Parameters parameters) {
    private static final Set<String> FAILED = Set.of("failed", "undelivered");
    private static final Set<String> FINAL = Set.of("delivered", "failed", "undelivered", "read", "canceled");

    /**
     * Reads a status callback for a message.
     *
     * @throws WebhookException if the message or its status is missing: a 400 that names the parameter
     */
    public static MessageStatus of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new MessageStatus(
                twilio.required("MessageSid"),
                twilio.required("MessageStatus"),
                twilio.count("ErrorCode"),
                twilio.all());
    }

    /** Whether delivery has failed for good. */
    public boolean hasFailed() {
        return FAILED.contains(status);
    }

    /** Whether this is the last status, except perhaps {@code read}. */
    public boolean isFinal() {
        return FINAL.contains(status);
    }

    /** The message and its status. */
    @Override
    public String toString() {
        return "MessageStatus[" + sid + ", " + status + "]";
    }
}
