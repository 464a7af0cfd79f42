package dev.parlance.testkit.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has one thing done after the other, by whichever thread finds nobody at it. So no thread has to wait while another one
 * asks the application, and the application may itself ask for something in the meantime.
 */
final class Turns {
    private final Consumer<Throwable> failures;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean busy;
    private volatile @Nullable Thread thread;

    private record Turn(Runnable deed, @Nullable CompletableFuture<Boolean> done) {}

    /** What fails while nobody waits for it is told to {@code failures}. */
    Turns(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /** Does this now, or has it done by whoever is at it. */
    void take(Runnable deed) {
        take(new Turn(deed, null));
    }

    /** The same, and returns when it is done. */
    void takeAndWait(Runnable deed) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("A call cannot wait for itself");
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        take(new Turn(deed, done));
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

    private void take(Turn turn) {
        synchronized (this) {
            waiting.add(turn);
            if (busy) {
                return;
            }
            busy = true;
            thread = Thread.currentThread();
        }
        for (Turn next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private synchronized @Nullable Turn next() {
        Turn next = waiting.poll();
        if (next == null) {
            busy = false;
            thread = null;
        }
        return next;
    }

    private void run(Turn turn) {
        CompletableFuture<Boolean> done = turn.done();
        try {
            turn.deed().run();
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
