package dev.parlance.serverless;

import dev.parlance.account.AccountException;
import dev.parlance.internal.Retries;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Retries requests whose outcome is unknown. The account retries requests that certainly had no effect; this class handles
 * the rest: it looks up what an unanswered request should have created before sending it again, so nothing is created twice.
 */
final class Attempts {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Retries retries;

    Attempts(Pause pause) {
        retries = retries(pause);
    }

    /** Four tries. An upload can take minutes, so only the pauses are limited. */
    static Retries retries(Pause pause) {
        return Retries.of(4, Duration.ofDays(1), Duration.ofMillis(500), Duration.ofSeconds(4))
                .withSleeper(pause::sleep);
    }

    /** Creates something, or returns it if a lookup finds that it already exists. */
    <T> T create(Supplier<T> request, Supplier<Optional<T>> lookUp) {
        return retries.run(() -> createOnce(request, lookUp), Attempts::retryAfter);
    }

    private static <T> T createOnce(Supplier<T> request, Supplier<Optional<T>> lookUp) {
        try {
            return request.get();
        } catch (AccountException e) {
            if (!e.isOutcomeUnknown() && !isRefused(e)) {
                throw e;
            }
            return lookUp.get().orElseThrow(() -> e);
        }
    }

    /** Retries an idempotent request. */
    <T> T repeat(Supplier<T> request) {
        return create(request, Optional::empty);
    }

    /** Fails if Twilio asks for too long a pause. */
    private static Optional<Duration> retryAfter(RuntimeException failure) {
        return failure instanceof AccountException e && e.isOutcomeUnknown()
                ? Optional.of(e.retryAfter().orElse(Duration.ZERO)).filter(time -> time.compareTo(LONGEST_PAUSE) <= 0)
                : Optional.empty();
    }

    /** A refusal can mean that it already exists: someone else, or our earlier request, created it. */
    private static boolean isRefused(AccountException e) {
        int status = e.httpStatus().orElse(0);
        return status == BAD_REQUEST || status == CONFLICT;
    }
}
