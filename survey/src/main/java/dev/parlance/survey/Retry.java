package dev.parlance.survey;

import dev.parlance.survey.store.StoreException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Tries again what somebody else came in between of: a bounded number of times. */
final class Retry {
    private static final int MOST = 200;
    private static final long LONGEST_WAIT = 2_000_000;

    private Retry() {}

    static <T> T untilSaved(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MOST; i++) {
            Optional<T> done = attempt.get();
            if (done.isPresent()) {
                return done.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT));
        }
        throw new StoreException(
                "A document was changed by others each of " + MOST + " times that it was to be saved",
                new IllegalStateException("too much at once"));
    }

    static <T> Optional<T> done(T result) {
        return Optional.of(result);
    }

    static <T> Optional<T> again() {
        return Optional.empty();
    }
}
