package dev.parlance.tools.sam;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs tasks one after the other in a background thread, at once or after a delay. */
final class DelayedTasks implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Runnable> delayed = new ConcurrentLinkedQueue<>();

    void run(Runnable task) {
        thread.execute(task);
    }

    void runAfter(Duration delay, Runnable task) {
        delayed.add(task);
        ScheduledFuture<?> unused = thread.schedule(() -> runIfDelayed(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runIfDelayed(Runnable task) {
        if (delayed.remove(task)) {
            task.run();
        }
    }

    /** Runs delayed tasks now, so that tests need not wait for them, and waits until all tasks are done. */
    void settle() {
        CompletableFuture.runAsync(this::runDelayed, thread).join();
    }

    private void runDelayed() {
        for (Runnable task = delayed.poll(); task != null; task = delayed.poll()) {
            task.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
