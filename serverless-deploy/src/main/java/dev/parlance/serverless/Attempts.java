package dev.parlance.serverless;

import dev.parlance.account.AccountException;
import dev.parlance.outbound.OutboundException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Retries requests whose outcome is unknown. The account retries requests that certainly had no effect; this class handles
 * the rest: it looks up what an unanswered request should have created before sending it again, so nothing is created twice.
 */
record Attempts(Pause pause) {
    private static final int MAX_ATTEMPTS = 4;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Creates something, or returns it if a lookup finds that it already exists. */
    <T> T create(Supplier<T> request, Supplier<Optional<T>> lookUp) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (AccountException e) {
                boolean outcomeUnknown = e.reason() == Reason.UNKNOWN;
                if (!outcomeUnknown && !isRefused(e)) {
                    throw e;
                }
                Optional<T> existing = lookUp.get();
                if (existing.isPresent()) {
                    return existing.get();
                }
                if (attempt == MAX_ATTEMPTS || !outcomeUnknown) {
                    throw e;
                }
                pause.of(pauseAfter(attempt, e));
            }
        }
    }

    /** Retries an idempotent request. */
    <T> T repeat(Supplier<T> request) {
        return create(request, Optional::empty);
    }

    /** The pause that Twilio asks for, but at least the exponential backoff. Fails if Twilio asks for too long a pause. */
    private static Duration pauseAfter(int attempt, AccountException e) {
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        Duration asked = e.retryAfter().orElse(backoff);
        if (asked.compareTo(LONGEST_PAUSE) > 0) {
            throw e;
        }
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    /** A refusal can mean that it already exists: someone else, or our earlier request, created it. */
    private static boolean isRefused(AccountException e) {
        int status = e.httpStatus().orElse(0);
        return status == BAD_REQUEST || status == CONFLICT;
    }
}
