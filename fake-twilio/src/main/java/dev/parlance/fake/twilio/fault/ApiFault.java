package dev.parlance.fake.twilio.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault to inject into a request to the API.
 *
 * <pre>{@code
 * twilio.failNext("POST *Messages.json", ApiFault.rateLimited(Duration.ofSeconds(1)));
 * twilio.failNext("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);
 * }</pre>
 */
public final class ApiFault {
    /** Drops the connection before the request has any effect. */
    public static final ApiFault DROPPED_BEFORE_THE_EFFECT = new ApiFault(Kind.DROPPED_BEFORE);
    /** Carries out the request, then drops the connection. The client can't know the outcome. */
    public static final ApiFault DROPPED_AFTER_THE_EFFECT = new ApiFault(Kind.DROPPED_AFTER);
    /** Carries out the request, then sends half of the response. */
    public static final ApiFault TRUNCATED = new ApiFault(Kind.TRUNCATED);

    /** Carries out the request, then responds with a page that is not JSON. */
    public static final ApiFault MALFORMED = new ApiFault(Kind.MALFORMED);

    /** The kinds of faults. */
    public enum Kind {
        /** See {@link #DROPPED_BEFORE_THE_EFFECT}. */
        DROPPED_BEFORE,
        /** See {@link #DROPPED_AFTER_THE_EFFECT}. */
        DROPPED_AFTER,
        /** See {@link #TRUNCATED}. */
        TRUNCATED,
        /** See {@link #MALFORMED}. */
        MALFORMED,
        /** See {@link #slow}. */
        SLOW,
        /** See {@link #error}. */
        ERROR
    }

    private final Kind kind;
    private final Duration duration;
    private final int status;
    private final int code;
    private final @Nullable String message;

    private ApiFault(Kind kind) {
        this(kind, Duration.ZERO, 0, 0, null);
    }

    private ApiFault(Kind kind, Duration duration, int status, int code, @Nullable String message) {
        this.kind = kind;
        this.duration = duration;
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** Carries out the request, then delays the response. The delay is in real time, like the client's timeout. */
    public static ApiFault slow(Duration delay) {
        return new ApiFault(Kind.SLOW, delay, 0, 0, null);
    }

    /** Refuses the request with status 429, code 20429 and a {@code Retry-After}. */
    public static ApiFault rateLimited(Duration retryAfter) {
        return new ApiFault(Kind.ERROR, retryAfter, 429, 20429, "Too Many Requests");
    }

    /** Refuses the request with status 503, code 20503 and a {@code Retry-After}. */
    public static ApiFault unavailable(Duration retryAfter) {
        return new ApiFault(Kind.ERROR, retryAfter, 503, 20503, "Service unavailable");
    }

    /** Refuses the request with this Twilio error. */
    public static ApiFault error(int status, int code, String message) {
        return new ApiFault(Kind.ERROR, Duration.ZERO, status, code, message);
    }

    /** Refuses the request with this status (500 or higher) and a page that is not JSON. */
    public static ApiFault serverError(int status) {
        return new ApiFault(Kind.ERROR, Duration.ZERO, status, 0, null);
    }

    /** The kind of fault. */
    public Kind kind() {
        return kind;
    }

    /** The delay or the {@code Retry-After}; zero if the fault has neither. */
    public Duration duration() {
        return duration;
    }

    /** The HTTP status of an error; otherwise 0. */
    public int status() {
        return status;
    }

    /** Twilio's error code, or 0. */
    public int code() {
        return code;
    }

    /** Twilio's error message, or null. */
    public @Nullable String message() {
        return message;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SLOW -> "response delayed by " + duration;
            case ERROR -> "HTTP " + status + (code == 0 ? "" : ", code " + code);
            case DROPPED_BEFORE -> "connection dropped before the effect";
            case DROPPED_AFTER -> "connection dropped after the effect";
            case TRUNCATED -> "truncated response";
            case MALFORMED -> "response that is not JSON";
        };
    }
}
