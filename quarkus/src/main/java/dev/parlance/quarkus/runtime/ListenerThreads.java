package dev.parlance.quarkus.runtime;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads in which observers of survey events run, after the reply. When the application stops, it waits for them. Once it has
 * stopped, or if too many wait, an event is delivered later.
 */
@Singleton
public final class ListenerThreads implements Executor {
    private static final int MAX_THREADS = 4;
    private static final int MAX_WAITING = 10_000;
    private static final int MAX_IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            MAX_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            OrderlyShutdown.threads("parlance-listener"));

    ListenerThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable listener) {
        threads.execute(listener);
    }

    void stop(@Observes ShutdownEvent stop) {
        OrderlyShutdown.end(threads, "Observers of survey events");
    }
}
