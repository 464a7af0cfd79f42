package dev.parlance.outbound;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text or a call was refused, or its outcome is unknown.
 *
 * <pre>{@code
 * try {
 *     texts.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 * } catch (OutboundException e) {
 *     switch (e.reason()) {
 *         case OPTED_OUT -> log.info("This person wants no texts");
 *         case UNKNOWN -> log.warn("It may have been sent: {}", e.getMessage());
 *         default -> throw e;
 *     }
 * }
 * }</pre>
 */
public class OutboundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient Optional<Duration> retryAfter;

    /** Why it failed. */
    public enum Reason {
        /** The credentials are wrong or lack the permission. */
        UNAUTHORIZED,
        /** The address can't be reached: malformed, a landline for a text, or in a country that is not enabled. */
        BAD_ADDRESS,
        /** The person opted out. */
        OPTED_OUT,
        /** The carrier could not deliver: the phone is off or out of service, or the message was filtered. */
        UNREACHABLE,
        /** Too many requests. Try again later. */
        RATE_LIMITED,
        /** The service failed and did nothing. Try again. */
        UNAVAILABLE,
        /** Refused for another reason, given in the message. */
        REFUSED,
        /** No answer came. It may or may not have been done. */
        UNKNOWN
    }

    /** Creates an exception. The message says what went wrong and what to do. */
    public OutboundException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, Optional.empty(), cause);
    }

    /** Creates an exception with the time to wait before the next attempt. */
    public OutboundException(Reason reason, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why it failed. */
    public Reason reason() {
        return reason;
    }

    /** The service's own code for what went wrong, such as 21211 of Twilio; empty without one. */
    public Optional<Integer> code() {
        return Optional.empty();
    }

    /** How long to wait before the next attempt, if the service said so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the text may have been sent, or the call placed, anyway. */
    public boolean isOutcomeUnknown() {
        return reason == Reason.UNKNOWN;
    }
}
