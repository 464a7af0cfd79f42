package dev.parlance.serverless;

import dev.parlance.account.AccountException;
import dev.parlance.outbound.OutboundException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Repeats what may or may not have been done. The account repeats whatever surely did nothing; here is the rest: what was
 * sent and not answered is looked up before it is sent again, so that nothing is made twice.
 */
record Attempts(Pause pause) {
    private static final int MOST = 4;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Creates something, unless it turns out to be there. */
    <T> T create(Supplier<T> request, Supplier<Optional<T>> lookUp) {
        for (int tries = 1; ; tries++) {
            try {
                return request.get();
            } catch (AccountException e) {
                boolean mayBeDone = e.reason() == Reason.UNKNOWN;
                if (!mayBeDone && !isRefused(e)) {
                    throw e;
                }
                Optional<T> there = lookUp.get();
                if (there.isPresent()) {
                    return there.get();
                }
                if (tries == MOST || !mayBeDone) {
                    throw e;
                }
                pause.of(pauseAfter(tries, e));
            }
        }
    }

    /** Does what can be done twice without harm. */
    <T> T repeat(Supplier<T> request) {
        return create(request, Optional::empty);
    }

    /** What Twilio asks for, within a bound, and no less than what doubles with each try. */
    private static Duration pauseAfter(int tries, AccountException e) {
        Duration usual = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
        Duration asked = e.retryAfter().orElse(usual);
        if (asked.compareTo(LONGEST_PAUSE) > 0) {
            throw e;
        }
        return asked.compareTo(usual) > 0 ? asked : usual;
    }

    /** Perhaps because it is there: somebody else made it, or our own request of before did after all. */
    private static boolean isRefused(AccountException e) {
        int status = e.httpStatus().orElse(0);
        return status == BAD_REQUEST || status == CONFLICT;
    }
}
