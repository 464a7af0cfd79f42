package dev.parlance.testkit.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a request to the API.
 *
 * <pre>{@code
 * twilio.next("POST *Messages.json", ApiFault.rateLimited(Duration.ofSeconds(1)));
 * twilio.next("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);
 * }</pre>
 */
public final class ApiFault {
    /** The connection is dropped before anything was done. */
    public static final ApiFault DROPPED_BEFORE_THE_EFFECT = new ApiFault(Kind.DROPPED_BEFORE);
    /** All is done as asked, and then the connection is dropped: the client cannot know. */
    public static final ApiFault DROPPED_AFTER_THE_EFFECT = new ApiFault(Kind.DROPPED_AFTER);
    /** All is done as asked, and half of the answer arrives. */
    public static final ApiFault TRUNCATED = new ApiFault(Kind.TRUNCATED);

    /** All is done as asked, and the answer is a page that is no JSON. */
    public static final ApiFault MALFORMED = new ApiFault(Kind.MALFORMED);

    /** The ways in which it goes wrong. */
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

    /** All is done as asked, and the answer comes this late: in real time, because the client's time-out is. */
    public static ApiFault slow(Duration delay) {
        return new ApiFault(Kind.SLOW, delay, 0, 0, null);
    }

    /** Nothing is done, and the answer is 429 with code 20429 and a {@code Retry-After}. */
    public static ApiFault rateLimited(Duration retryAfter) {
        return new ApiFault(Kind.ERROR, retryAfter, 429, 20429, "Too Many Requests");
    }

    /** Nothing is done, and the answer is 503 with code 20503 and a {@code Retry-After}. */
    public static ApiFault unavailable(Duration retryAfter) {
        return new ApiFault(Kind.ERROR, retryAfter, 503, 20503, "Service unavailable");
    }

    /** Nothing is done, and the answer is this error of Twilio's. */
    public static ApiFault error(int status, int code, String message) {
        return new ApiFault(Kind.ERROR, Duration.ZERO, status, code, message);
    }

    /** Nothing is done, and the answer has this status of 500 and more, with a page that is no JSON. */
    public static ApiFault serverError(int status) {
        return new ApiFault(Kind.ERROR, Duration.ZERO, status, 0, null);
    }

    /** In which way it goes wrong. */
    public Kind kind() {
        return kind;
    }

    /** How late the answer comes, or after how long to try again; zero if neither is said. */
    public Duration duration() {
        return duration;
    }

    /** The answer's HTTP status, where it is an error. */
    public int status() {
        return status;
    }

    /** Twilio's code, where the answer is an error that has one; else zero. */
    public int code() {
        return code;
    }

    /** Twilio's sentence, where the answer is an error that has one. */
    public @Nullable String message() {
        return message;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SLOW -> "an answer " + duration + " late";
            case ERROR -> "HTTP " + status + (code == 0 ? "" : ", code " + code);
            case DROPPED_BEFORE -> "the connection dropped before the effect";
            case DROPPED_AFTER -> "the connection dropped after the effect";
            case TRUNCATED -> "half of the answer";
            case MALFORMED -> "an answer that is no JSON";
        };
    }
}
