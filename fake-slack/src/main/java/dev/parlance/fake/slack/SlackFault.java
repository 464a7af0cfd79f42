package dev.parlance.fake.slack;

import java.time.Duration;

/**
 * A fault to inject into a request to the workspace's API.
 *
 * <pre>{@code
 * workspace.failNext("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(1)));
 * }</pre>
 */
public final class SlackFault {
    /** Carries out the request and loses the response. */
    public static final SlackFault ANSWER_LOST = new SlackFault(Kind.ANSWER_LOST, 200, "", Duration.ZERO);
    /** Ignores the request, and responds with status 200 and a page that is not JSON. */
    public static final SlackFault MALFORMED = new SlackFault(Kind.MALFORMED, 200, "", Duration.ZERO);

    private final Kind kind;
    private final int status;
    private final String code;
    private final Duration duration;

    enum Kind {
        ANSWER_LOST,
        MALFORMED,
        STATUS,
        ERROR,
        RATE_LIMITED,
        SLOW
    }

    private SlackFault(Kind kind, int status, String code, Duration duration) {
        this.kind = kind;
        this.status = status;
        this.code = code;
        this.duration = duration;
    }

    /** Refuses the request with status 429 and this {@code Retry-After}, in whole seconds. */
    public static SlackFault rateLimited(Duration retryAfter) {
        return new SlackFault(Kind.RATE_LIMITED, 429, "ratelimited", retryAfter);
    }

    /** Refuses the request with {@code {"ok":false,"error":…}}. */
    public static SlackFault error(String code) {
        return new SlackFault(Kind.ERROR, 200, code, Duration.ZERO);
    }

    /** Refuses the request with this status and a page that is not JSON. */
    public static SlackFault status(int status) {
        return new SlackFault(Kind.STATUS, status, "", Duration.ZERO);
    }

    /** Carries out the request, then delays the response. The delay is in real time, like the client's timeout. */
    public static SlackFault slow(Duration delay) {
        return new SlackFault(Kind.SLOW, 200, "", delay);
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Duration duration() {
        return duration;
    }

    /** Whether the fault replaces the request's effect. */
    boolean replacesEffect() {
        return kind != Kind.ANSWER_LOST && kind != Kind.SLOW;
    }
}
