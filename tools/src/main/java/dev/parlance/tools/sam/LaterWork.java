package dev.parlance.tools.sam;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What is done later, in a thread of its own, one thing after the other. */
final class LaterWork implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Runnable> delayed = new ConcurrentLinkedQueue<>();

    void soon(Runnable work) {
        thread.execute(work);
    }

    void after(Duration delay, Runnable work) {
        delayed.add(work);
        ScheduledFuture<?> unused = thread.schedule(() -> runIfDelayed(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runIfDelayed(Runnable work) {
        if (delayed.remove(work)) {
            work.run();
        }
    }

    /** Waits until all is done. What is delayed is done now, so that no test waits for a clock. */
    void settle() {
        CompletableFuture.runAsync(this::runDelayed, thread).join();
    }

    private void runDelayed() {
        for (Runnable work = delayed.poll(); work != null; work = delayed.poll()) {
            work.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
