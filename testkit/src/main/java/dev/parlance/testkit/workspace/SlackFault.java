package dev.parlance.testkit.workspace;

import java.time.Duration;

/**
 * What goes wrong with a request to the workspace's API.
 *
 * <pre>{@code
 * workspace.next("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(1)));
 * }</pre>
 */
public final class SlackFault {
    /** All is done as asked, and the answer does not arrive. */
    public static final SlackFault ANSWER_LOST = new SlackFault(Kind.ANSWER_LOST, 200, "", Duration.ZERO);
    /** Nothing is done, and the answer is a page that is no JSON. */
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

    /** Nothing is done, and the answer is 429 with this {@code Retry-After}, in whole seconds. */
    public static SlackFault rateLimited(Duration retryAfter) {
        return new SlackFault(Kind.RATE_LIMITED, 429, "ratelimited", retryAfter);
    }

    /** Nothing is done, and the answer is {@code {"ok":false,"error":…}}. */
    public static SlackFault error(String code) {
        return new SlackFault(Kind.ERROR, 200, code, Duration.ZERO);
    }

    /** Nothing is done, and the answer has this status and no JSON. */
    public static SlackFault status(int status) {
        return new SlackFault(Kind.STATUS, status, "", Duration.ZERO);
    }

    /** All is done as asked, and the answer comes this late: in real time, because the client's time-out is. */
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

    /** Whether nothing is done. */
    boolean isInstead() {
        return kind != Kind.ANSWER_LOST && kind != Kind.SLOW;
    }
}
