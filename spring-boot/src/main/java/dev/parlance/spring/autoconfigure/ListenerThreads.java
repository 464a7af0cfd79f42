package dev.parlance.spring.autoconfigure;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;

/**
 * The threads in which listeners run, after the reply. They continue the trace and the log lines of the webhook. When the
 * application stops, it waits for them, after the last webhook and before any bean is closed.
 */
final class ListenerThreads implements SmartLifecycle {
    private static final int MAX_THREADS = 4;
    private static final int MAX_WAITING = 10_000;
    private static final Duration MAX_IDLE = Duration.ofSeconds(10);
    /** Lower than the phase of the web server, which stops first. */
    private static final int PHASE = 0;

    private final ObservationRegistry registry;
    private volatile @Nullable ExecutorService threads;

    ListenerThreads(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * Runs a listener soon.
     *
     * @throws RejectedExecutionException if the application has stopped or too many wait; the event is delivered later
     */
    void execute(Runnable listener) {
        ExecutorService running = threads;
        if (running == null) {
            throw new RejectedExecutionException("The application does not run");
        }
        Observation observation = registry.getCurrentObservation();
        Map<String, String> log = MDC.getCopyOfContextMap();
        running.execute(() -> {
            if (log != null) {
                MDC.setContextMap(log);
            }
            try {
                Observation.tryScoped(observation, listener);
            } finally {
                MDC.clear();
            }
        });
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        ThreadPoolExecutor started = new ThreadPoolExecutor(
                MAX_THREADS,
                MAX_THREADS,
                MAX_IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                task -> {
                    Thread thread = new Thread(task, "parlance-listener");
                    thread.setDaemon(true);
                    return thread;
                });
        started.allowCoreThreadTimeOut(true);
        threads = started;
    }

    @Override
    public void stop() {
        ExecutorService running = threads;
        threads = null;
        if (running != null) {
            OrderlyShutdown.end(running, "Listeners of surveys");
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
