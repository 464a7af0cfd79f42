package dev.parlance.account;

import dev.parlance.outbound.OutboundException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when Twilio refuses a request or does not respond. The message says which request failed, why, and what to do. It
 * contains no phone numbers, message texts or credentials.
 *
 * <pre>{@code
 * try {
 *     account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."));
 * } catch (AccountException e) {
 *     System.err.println(e.getMessage() + " (" + e.reason() + ")");
 * }
 * }</pre>
 */
public final class AccountException extends OutboundException {
    private static final long serialVersionUID = 1;
    private static final int NONE = 0;

    private final int code;
    private final int httpStatus;
    private final String twilioMessage;

    private AccountException(
            Reason reason,
            String message,
            int code,
            int status,
            String twilioMessage,
            Optional<Duration> wait,
            @Nullable Throwable cause) {
        super(reason, message, wait, cause);
        this.code = code;
        this.httpStatus = status;
        this.twilioMessage = twilioMessage;
    }

    /** Without a response. */
    private AccountException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, NONE, NONE, "", Optional.empty(), cause);
    }

    /** Twilio's error code; empty if the response has none. */
    @Override
    public Optional<Integer> code() {
        return Optional.of(code).filter(value -> value != NONE);
    }

    /** The HTTP status; empty if there was no response. */
    public Optional<Integer> httpStatus() {
        return Optional.of(httpStatus).filter(value -> value != NONE);
    }

    /** The meaning of the error code and its remedy. */
    public Optional<TwilioError> error() {
        return code().map(TwilioError::of);
    }

    /**
     * Twilio's own message, if the response has one. It may quote a phone number or a person's text, so don't log it.
     */
    public Optional<String> twilioMessage() {
        return Optional.of(twilioMessage).filter(text -> !text.isEmpty());
    }

    /** Twilio's page about the error code. */
    public Optional<URI> moreInfo() {
        return error().map(TwilioError::moreInfo);
    }

    boolean isRetryable() {
        return reason() == Reason.RATE_LIMITED || reason() == Reason.UNAVAILABLE;
    }

    boolean isNotFound() {
        return code == 20404;
    }

    /** The problem is in the settings or the arguments; no request was sent. */
    static AccountException notSent(String message) {
        return new AccountException(Reason.REFUSED, message, null);
    }

    /** A response with a status of 400 or more. */
    static AccountException refused(String request, boolean changesSomething, Refusal refusal) {
        Optional<TwilioError> problem = refusal.code().map(TwilioError::of);
        Reason reason = reason(refusal.status(), problem, changesSomething);
        String errorCode = refusal.code().map(code -> "error " + code + ", ").orElse("");
        String explanation = problem.map(it -> it.meaning() + " " + it.remedy() + " See " + it.moreInfo())
                .orElse("The response has no error code: check the proxies between this machine and Twilio.");
        return new AccountException(
                reason,
                request + " failed: " + errorCode + "HTTP " + refusal.status() + ". " + explanation
                        + mayBeDoneHint(reason),
                refusal.code().orElse(NONE),
                refusal.status(),
                refusal.message().orElse(""),
                refusal.retryAfter(),
                null);
    }

    /** There was no response. */
    static AccountException unanswered(String request, boolean mayBeDone, IOException cause) {
        Reason reason = mayBeDone ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        return new AccountException(
                reason,
                request + " got no response (" + cause.getClass().getSimpleName() + ")."
                        + " Check the network and the time-outs." + mayBeDoneHint(reason),
                cause);
    }

    /** The response is too long. Not retried. */
    static AccountException tooLong(String request, boolean changesSomething, int bytes) {
        Reason reason = changesSomething ? Reason.UNKNOWN : Reason.REFUSED;
        return new AccountException(
                reason,
                request + " got a response of more than " + (bytes >> 20) + " MiB; the rest was not read."
                        + " Check that no other server responds instead of Twilio." + mayBeDoneHint(reason),
                null);
    }

    /** A response with status 200 that the SDK can't parse. Keeps no cause: the SDK's exceptions quote the response. */
    static AccountException unreadable(String what, boolean changesSomething, RuntimeException sdk) {
        Reason reason = changesSomething ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        return new AccountException(
                reason,
                "Could not read Twilio's response for " + what + " ("
                        + sdk.getClass().getSimpleName() + "). Check that no other server responds instead of Twilio."
                        + mayBeDoneHint(reason),
                null);
    }

    private static Reason reason(int status, Optional<TwilioError> problem, boolean changesSomething) {
        if (status == 429) {
            return Reason.RATE_LIMITED;
        }
        if (status >= 500) {
            return changesSomething ? Reason.UNKNOWN : Reason.UNAVAILABLE;
        }
        return problem.map(TwilioError::reason)
                .orElse(status == 401 || status == 403 ? Reason.UNAUTHORIZED : Reason.REFUSED);
    }

    private static String mayBeDoneHint(Reason reason) {
        return reason == Reason.UNKNOWN
                ? " Twilio may have processed it anyway: check the log before you repeat it."
                : "";
    }
}
