package dev.parlance.fake.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's work after an API response, one task at a time, in a background thread: the application may still be waiting for
 * the response.
 */
public final class Background implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fake-twilio");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Thread, List<Runnable>> deferred = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private int pending;
    private @Nullable Throwable failure;

    /** Computes a response. Tasks given to {@link #later} in the meantime start only after that. */
    public <T> T after(Supplier<T> answer) {
        List<Runnable> tasks = new ArrayList<>();
        deferred.put(Thread.currentThread(), tasks);
        try {
            return answer.get();
        } finally {
            deferred.remove(Thread.currentThread());
            tasks.forEach(this::later);
        }
    }

    /** Runs a task after all earlier ones. */
    public void later(Runnable task) {
        List<Runnable> tasks = deferred.get(Thread.currentThread());
        if (tasks != null) {
            tasks.add(task);
            return;
        }
        synchronized (this) {
            if (worker.isShutdown()) {
                return;
            }
            pending++;
        }
        worker.execute(() -> run(task));
    }

    private void run(Runnable task) {
        try {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            task.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            done();
        }
    }

    /** Records a failure in the background. The next {@link #settle} throws it. */
    public synchronized void failed(Throwable e) {
        failure = failure == null ? e : failure;
    }

    private synchronized void done() {
        pending--;
        notifyAll();
    }

    /** Waits until all tasks are done. Returns immediately when called from a background task. */
    public synchronized void settle() {
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (pending > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("The application has not responded to its status callbacks for "
                            + TIMEOUT.toSeconds() + " seconds");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for status callbacks", e);
        }
        if (failure != null) {
            throw new IllegalStateException("The fake failed. This is a bug in the fake", failure);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
