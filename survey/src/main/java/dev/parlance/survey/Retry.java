package dev.parlance.survey;

import dev.parlance.survey.store.StoreException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Repeats a change that conflicted with another, up to 200 times. */
final class Retry {
    private static final int MAX_ATTEMPTS = 200;
    private static final long LONGEST_WAIT = 2_000_000;

    private Retry() {}

    static <T> T untilSaved(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<T> done = attempt.get();
            if (done.isPresent()) {
                return done.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT));
        }
        throw new StoreException(
                "Could not save a document: others changed it during each of " + MAX_ATTEMPTS + " attempts",
                new IllegalStateException("too many concurrent changes"));
    }

    static <T> Optional<T> done(T result) {
        return Optional.of(result);
    }

    static <T> Optional<T> again() {
        return Optional.empty();
    }
}
