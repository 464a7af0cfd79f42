package dev.parlance.webhook;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What became of a message that we sent.
 *
 * <pre>{@code
 * MessageStatus news = MessageStatus.of(request);
 * if (news.hasFailed()) {
 *     log.warn("{} failed with error {}", news.sid(), news.errorCode());
 * }
 * }</pre>
 *
 * @param sid Twilio's name for the message
 * @param status the state it is in now, such as {@code sent}, {@code delivered}, {@code undelivered}
 * @param errorCode why it failed
 * @param parameters everything that Twilio sent
 */
public record MessageStatus(String sid, String status, OptionalInt errorCode, Parameters parameters) {
    private static final Set<String> FAILED = Set.of("failed", "undelivered");
    private static final Set<String> FINAL = Set.of("delivered", "failed", "undelivered", "read", "canceled");

    /**
     * Reads a message's status callback.
     *
     * @throws WebhookException if the message or its status is missing: a 400 that names it
     */
    public static MessageStatus of(WebhookRequest request) {
        TwilioParameters twilio = new TwilioParameters(request.parameters());
        return new MessageStatus(
                twilio.required("MessageSid"),
                twilio.required("MessageStatus"),
                twilio.count("ErrorCode"),
                twilio.all());
    }

    /** Whether it did not arrive and will not. */
    public boolean hasFailed() {
        return FAILED.contains(status);
    }

    /** Whether nothing more will be heard of it, but perhaps that it was read. */
    public boolean isFinal() {
        return FINAL.contains(status);
    }

    /** Which message, and its state. */
    @Override
    public String toString() {
        return "MessageStatus[" + sid + ", " + status + "]";
    }
}
