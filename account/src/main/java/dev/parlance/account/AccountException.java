package dev.parlance.account;

import dev.parlance.outbound.OutboundException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that Twilio refused, or to which no answer came. The message says which request, why, and what to do; it
 * holds no number, no words and no credentials.
 *
 * <pre>{@code
 * } catch (AccountException e) {
 *     log.warn("{} ({})", e.getMessage(), e.reason());
 *     e.retryAfter().ifPresent(this::sendLater);
 * }
 * }</pre>
 */
public final class AccountException extends OutboundException {
    private static final long serialVersionUID = 1;
    private static final int NONE = 0;

    private final int code;
    private final int httpStatus;
    private final String sentence;

    private AccountException(
            Reason reason,
            String message,
            int code,
            int status,
            String sentence,
            Optional<Duration> wait,
            @Nullable Throwable cause) {
        super(reason, message, wait, cause);
        this.code = code;
        this.httpStatus = status;
        this.sentence = sentence;
    }

    /** Without an answer. */
    private AccountException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, NONE, NONE, "", Optional.empty(), cause);
    }

    /** Twilio's error code, where Twilio gave one. */
    public Optional<Integer> code() {
        return Optional.of(code).filter(value -> value != NONE);
    }

    /** The HTTP status of the answer, where one came. */
    public Optional<Integer> httpStatus() {
        return Optional.of(httpStatus).filter(value -> value != NONE);
    }

    /** What the code means and what to do about it. */
    public Optional<Problem> problem() {
        return code().map(Problem::of);
    }

    /**
     * Twilio's own words, where the answer had any. They may quote a number or a person's text: for the eyes of whoever
     * made the request, not for a log.
     */
    public Optional<String> twilioMessage() {
        return Optional.of(sentence).filter(words -> !words.isEmpty());
    }

    /** Twilio's page on the code. */
    public Optional<URI> moreInfo() {
        return problem().map(Problem::moreInfo);
    }

    boolean mayBeRepeated() {
        return reason() == Reason.TOO_MANY || reason() == Reason.UNAVAILABLE;
    }

    boolean isNotFound() {
        return code == 20404;
    }

    /** Something is missing or wrong on this side, so that no request was made. */
    static AccountException notSetUp(String message) {
        return new AccountException(Reason.REFUSED, message, null);
    }

    /** An answer of 400 and more. */
    static AccountException refused(String request, boolean changesSomething, Refusal refusal) {
        Optional<Problem> problem = refusal.code().map(Problem::of);
        Reason reason = reason(refusal.status(), problem, changesSomething);
        String errorCode = refusal.code().map(code -> "error " + code + ", ").orElse("");
        String explanation = problem.map(it -> it.meaning() + " " + it.remedy() + " See " + it.moreInfo())
                .orElse("The answer names no error code: look at what stands between this machine and Twilio.");
        return new AccountException(
                reason,
                request + " failed: " + errorCode + "HTTP " + refusal.status() + ". " + explanation + doubt(reason),
                refusal.code().orElse(NONE),
                refusal.status(),
                refusal.sentence().orElse(""),
                refusal.retryAfter(),
                null);
    }

    /** No answer came. */
    static AccountException unanswered(String request, boolean mayBeDone, IOException cause) {
        Reason reason = mayBeDone ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        return new AccountException(
                reason,
                request + " got no answer (" + cause.getClass().getSimpleName() + ")."
                        + " Check the network and the time-outs." + doubt(reason),
                cause);
    }

    /** An answer that never seems to end. It is not asked for again. */
    static AccountException tooLong(String request, boolean changesSomething, int bytes) {
        Reason reason = changesSomething ? Reason.UNKNOWN : Reason.REFUSED;
        return new AccountException(
                reason,
                request + " was answered with more than " + (bytes >> 20) + " MiB, and the rest was not read."
                        + " Check that nothing else answers in Twilio's place." + doubt(reason),
                null);
    }

    /** An answer of 200 that is not what was asked for. No cause is kept: the SDK's exceptions quote the answer. */
    static AccountException unreadable(String what, boolean changesSomething, RuntimeException sdk) {
        Reason reason = changesSomething ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        return new AccountException(
                reason,
                "Twilio's answer to " + what + " could not be read ("
                        + sdk.getClass().getSimpleName() + "). Check that nothing else answers in Twilio's place."
                        + doubt(reason),
                null);
    }

    private static Reason reason(int status, Optional<Problem> problem, boolean changesSomething) {
        if (status == 429) {
            return Reason.TOO_MANY;
        }
        if (status >= 500) {
            return changesSomething ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        }
        return problem.map(Problem::reason)
                .orElse(status == 401 || status == 403 ? Reason.NOT_ALLOWED : Reason.REFUSED);
    }

    private static String doubt(Reason reason) {
        return reason == Reason.UNKNOWN
                ? " It may have been done all the same: look in the log before repeating it."
                : "";
    }
}
