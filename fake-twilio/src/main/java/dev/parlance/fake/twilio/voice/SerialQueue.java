package dev.parlance.fake.twilio.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, in the thread that finds the queue idle. So no thread waits while another one sends a request
 * to the application, and the application can send requests in the meantime.
 */
final class SerialQueue {
    private final Consumer<Throwable> failures;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private boolean busy;
    private volatile @Nullable Thread thread;

    private record Task(Runnable action, @Nullable CompletableFuture<Boolean> done) {}

    /** Failures of tasks that nobody waits for go to {@code failures}. */
    SerialQueue(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /** Runs a task now, or lets the thread that runs the queue run it later. */
    void run(Runnable action) {
        add(new Task(action, null));
    }

    /** Runs a task, and returns when it is done. */
    void runAndWait(Runnable action) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("A call cannot wait for itself");
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        add(new Task(action, done));
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void add(Task task) {
        synchronized (this) {
            waiting.add(task);
            if (busy) {
                return;
            }
            busy = true;
            thread = Thread.currentThread();
        }
        for (Task next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private synchronized @Nullable Task next() {
        Task next = waiting.poll();
        if (next == null) {
            busy = false;
            thread = null;
        }
        return next;
    }

    private void run(Task task) {
        CompletableFuture<Boolean> done = task.done();
        try {
            task.action().run();
            if (done != null) {
                done.complete(true);
            }
        } catch (RuntimeException | Error e) {
            if (done == null) {
                failures.accept(e);
            } else {
                done.completeExceptionally(e);
            }
        }
    }
}
