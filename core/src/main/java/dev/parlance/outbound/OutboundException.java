package dev.parlance.outbound;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text or a call that was not accepted, or of which that is not known.
 *
 * <pre>{@code
 * try {
 *     texts.send(text);
 * } catch (OutboundException e) {
 *     switch (e.reason()) {
 *         case OPTED_OUT -> respondents.stop(text.to());
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

    /** Why it was not accepted. */
    public enum Reason {
        /** The credentials are wrong, or do not allow this. */
        NOT_ALLOWED,
        /** The address is none that can be reached: ill-formed, a landline for a text, a country that is not enabled. */
        BAD_ADDRESS,
        /** The person asked not to be contacted. */
        OPTED_OUT,
        /** The carrier could not deliver: switched off, out of service, filtered. */
        UNREACHABLE,
        /** Too many requests: worth trying again, later. */
        TOO_MANY,
        /** The service failed and nothing was done: worth trying again. */
        UNAVAILABLE,
        /** The request was refused for another reason, told by the message. */
        REFUSED,
        /** No answer came: it may or may not have been done. */
        UNKNOWN
    }

    /** An exception with what went wrong and what to do about it. */
    public OutboundException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, Optional.empty(), cause);
    }

    /** The same, with the time that the service asks to be left alone for. */
    public OutboundException(Reason reason, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why it was not accepted. */
    public Reason reason() {
        return reason;
    }

    /** How long to wait before trying again, where the service said so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the text may have been sent, or the call placed, all the same. */
    public boolean mayHaveBeenDone() {
        return reason == Reason.UNKNOWN;
    }
}
