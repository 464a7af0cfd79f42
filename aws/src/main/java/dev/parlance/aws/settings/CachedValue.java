package dev.parlance.aws.settings;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Caches a value for some time. If it can't be read again, the previous value stays in use for the same time. */
final class CachedValue<T> {
    private final Supplier<T> source;
    private final Duration time;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    @Nullable
    private volatile Value<T> value;

    private record Value<T>(T value, Instant until) {}

    CachedValue(Supplier<T> source, Duration time, Clock clock) {
        this.source = source;
        this.time = time;
        this.clock = clock;
    }

    /** Returns the value. If it is outdated, one thread refreshes it; the others get the previous value, if there is one. */
    T get() {
        Value<T> cached = value;
        if (cached == null) {
            reading.lock();
        } else if (isFresh(cached) || !reading.tryLock()) {
            return cached.value();
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private T read() {
        Value<T> cached = value;
        if (cached != null && isFresh(cached)) {
            return cached.value();
        }
        Value<T> next = new Value<>(readOr(cached), clock.instant().plus(time));
        value = next;
        return next.value();
    }

    private T readOr(@Nullable Value<T> cached) {
        try {
            return source.get();
        } catch (VaultException e) {
            if (cached == null) {
                throw e;
            }
            System.getLogger(CachedValue.class.getName())
                    .log(Level.WARNING, "The previous value stays in use: " + e.getMessage());
            return cached.value();
        }
    }

    private boolean isFresh(Value<T> cached) {
        return clock.instant().isBefore(cached.until());
    }
}
