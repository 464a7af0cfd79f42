package dev.parlance.testkit.world;

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
 * What goes on at Twilio after its API has answered: one thing after the other, in a thread of its own, because the
 * application that asked may still be waiting for its answer.
 */
public final class Background implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fake-twilio");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Thread, List<Runnable>> askedMeanwhile = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private int pending;
    private @Nullable Throwable failure;

    /** Makes an answer, and begins what {@link #later} is asked for meanwhile only when the answer is made. */
    public <T> T after(Supplier<T> answer) {
        List<Runnable> asked = new ArrayList<>();
        askedMeanwhile.put(Thread.currentThread(), asked);
        try {
            return answer.get();
        } finally {
            askedMeanwhile.remove(Thread.currentThread());
            asked.forEach(this::later);
        }
    }

    /** Does this when all that was asked for before is done. */
    public void later(Runnable task) {
        List<Runnable> asked = askedMeanwhile.get(Thread.currentThread());
        if (asked != null) {
            asked.add(task);
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

    /** Something failed that nobody waits for; it is told to whoever settles next. */
    public synchronized void failed(Throwable e) {
        failure = failure == null ? e : failure;
    }

    private synchronized void done() {
        pending--;
        notifyAll();
    }

    /** Waits until all is done; at once where the background itself asks. */
    public synchronized void settle() {
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (pending > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("The application has not answered its status callbacks for "
                            + PATIENCE.toSeconds() + " seconds");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the fake's status callbacks were under way", e);
        }
        if (failure != null) {
            throw new IllegalStateException("The fake failed; this is a defect of the fake itself", failure);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
