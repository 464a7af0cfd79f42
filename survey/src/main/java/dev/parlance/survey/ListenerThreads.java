package dev.parlance.survey;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads in which listeners run by default. They are few, start with the first event, and end when they are idle. */
final class ListenerThreads implements Executor, AutoCloseable {
    private static final int MAX_THREADS = 4;
    private static final int MAX_WAITING = 10_000;
    private static final Duration MAX_IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            MAX_IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            ListenerThreads::thread);

    ListenerThreads() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** A daemon, so that an application that doesn't close its surveys can end. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "parlance-listener");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Waits for running and waiting tasks, and interrupts them if they take too long. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
