package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from a store that may change them: kept once they are loaded, and loaded again when a signature does not match.
 *
 * <pre>{@code
 * Secrets secrets = Secrets.loadedBy(() -> Secrets.of(vault.read("twilio"))).atMostEvery(Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>One thread loads, the others that need the secrets wait for it: the loader should have a time-out. If it fails, those
 * loaded before stay. Safe for use by several threads.
 */
public final class LoadedSecrets implements Secrets {
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Supplier<Secrets> loader;
    private final Duration interval;
    private final Clock clock;
    private final AtomicReference<@Nullable Load> latest = new AtomicReference<>();

    /** Loading, or loaded. */
    private record Load(Instant begun, CompletableFuture<Secrets> secrets) {}

    private LoadedSecrets(Supplier<Secrets> loader, Duration interval, Clock clock) {
        this.loader = loader;
        this.interval = interval;
        this.clock = clock;
    }

    static LoadedSecrets by(Supplier<Secrets> loader) {
        return new LoadedSecrets(loader, DEFAULT_INTERVAL, Clock.systemUTC());
    }

    /** Loads them again at most this often; half a minute unless it is told. */
    public LoadedSecrets atMostEvery(Duration newInterval) {
        return new LoadedSecrets(loader, newInterval, clock);
    }

    /** Tells the time by another clock. */
    public LoadedSecrets clock(Clock newClock) {
        return new LoadedSecrets(loader, interval, newClock);
    }

    /**
     * The secrets of one signer, loaded if none are there yet.
     *
     * @throws RuntimeException what the loader threw, if it never gave any
     */
    @Override
    public List<Secret> heldBy(Supplier<String> signer) {
        Load load = latest.get();
        if (load == null || load.secrets().isCompletedExceptionally()) {
            refresh();
            load = latest.get();
        }
        return joined(load).heldBy(signer);
    }

    @Override
    public void refresh() {
        Load before = latest.get();
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.begun().plus(pauseAfter(before)))) {
            return;
        }
        Load load = new Load(now, new CompletableFuture<>());
        if (latest.compareAndSet(before, load)) {
            load(load, before);
        }
    }

    private Duration pauseAfter(Load load) {
        return load.secrets().isCompletedExceptionally() && interval.compareTo(PAUSE_AFTER_FAILURE) > 0
                ? PAUSE_AFTER_FAILURE
                : interval;
    }

    private void load(Load load, @Nullable Load before) {
        try {
            load.secrets().complete(loader.get());
        } catch (RuntimeException e) {
            if (before == null || before.secrets().isCompletedExceptionally()) {
                load.secrets().completeExceptionally(e);
                return;
            }
            System.getLogger(LoadedSecrets.class.getName())
                    .log(Level.WARNING, "The secrets could not be loaded again; those loaded before stay", e);
            load.secrets().complete(joined(before));
        }
    }

    private static Secrets joined(@Nullable Load load) {
        if (load == null) {
            throw new IllegalStateException("No secrets are loaded");
        }
        try {
            return load.secrets().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
