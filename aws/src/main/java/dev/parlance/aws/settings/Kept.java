package dev.parlance.aws.settings;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was read, kept for a while. If it cannot be read again, what was read before stays for another while. */
final class Kept<T> {
    private final Supplier<T> source;
    private final Duration time;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    @Nullable
    private volatile Value<T> value;

    private record Value<T>(T value, Instant until) {}

    Kept(Supplier<T> source, Duration time, Clock clock) {
        this.source = source;
        this.time = time;
        this.clock = clock;
    }

    /** Whoever finds it too old reads it anew; what others get meanwhile is what was read before, if anything was. */
    T get() {
        Value<T> kept = value;
        if (kept == null) {
            reading.lock();
        } else if (isFresh(kept) || !reading.tryLock()) {
            return kept.value();
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private T read() {
        Value<T> kept = value;
        if (kept != null && isFresh(kept)) {
            return kept.value();
        }
        Value<T> next = new Value<>(readOr(kept), clock.instant().plus(time));
        value = next;
        return next.value();
    }

    private T readOr(@Nullable Value<T> kept) {
        try {
            return source.get();
        } catch (VaultException e) {
            if (kept == null) {
                throw e;
            }
            System.getLogger(Kept.class.getName()).log(Level.WARNING, "What was read before stays: " + e.getMessage());
            return kept.value();
        }
    }

    private boolean isFresh(Value<T> kept) {
        return clock.instant().isBefore(kept.until());
    }
}
