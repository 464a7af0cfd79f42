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
 * Secrets from a store where they may change: cached after loading, and loaded again when a signature does not match.
 *
 * <pre>{@code
 * Secrets secrets = Secrets.loading(() -> Secrets.of(secret.get())).withMinInterval(Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>One thread loads while others wait for it, so the loader should have a time-out. If reloading fails, the previous secrets
 * stay. Thread-safe.
 */
public final class LoadedSecrets implements Secrets {
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Supplier<Secrets> loader;
    private final Duration interval;
    private final Clock clock;
    private final AtomicReference<@Nullable Load> latest = new AtomicReference<>();

    /** A load, running or finished. */
    private record Load(Instant started, CompletableFuture<Secrets> secrets) {}

    private LoadedSecrets(Supplier<Secrets> loader, Duration interval, Clock clock) {
        this.loader = loader;
        this.interval = interval;
        this.clock = clock;
    }

    static LoadedSecrets by(Supplier<Secrets> loader) {
        return new LoadedSecrets(loader, DEFAULT_INTERVAL, Clock.systemUTC());
    }

    /** Limits how often secrets are reloaded. Default: every 30 seconds. */
    public LoadedSecrets withMinInterval(Duration newInterval) {
        return new LoadedSecrets(loader, newInterval, clock);
    }

    /** Uses another clock. */
    public LoadedSecrets withClock(Clock newClock) {
        return new LoadedSecrets(loader, interval, newClock);
    }

    /**
     * Returns the secrets of one signer, loading them on first use.
     *
     * @throws RuntimeException the loader's exception, if it has never succeeded
     */
    @Override
    public List<Secret> forSigner(Supplier<String> signer) {
        Load load = latest.get();
        if (load == null || load.secrets().isCompletedExceptionally()) {
            refresh();
            load = latest.get();
        }
        return joined(load).forSigner(signer);
    }

    @Override
    public void refresh() {
        Load before = latest.get();
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.started().plus(pauseAfter(before)))) {
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
                    .log(Level.WARNING, "Could not reload the secrets; the previous ones stay in use", e);
            load.secrets().complete(joined(before));
        }
    }

    private static Secrets joined(@Nullable Load load) {
        if (load == null) {
            throw new IllegalStateException("No secrets have been loaded");
        }
        try {
            return load.secrets().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
