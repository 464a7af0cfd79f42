package dev.parlance.serverless;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs a task for many items in parallel, with few threads because Twilio limits an account's request rate. */
final class Parallel {
    private static final int MAX_THREADS = 10;

    private Parallel() {}

    /** Returns the results in the order of the items. Rethrows the first failure and starts no further tasks. */
    static <T, R> List<R> map(Collection<T> items, Function<T, R> task) {
        if (items.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MAX_THREADS, items.size()), runnable -> {
            Thread thread = new Thread(runnable, "parlance-serverless");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> running = new ArrayList<>();
            for (T item : items) {
                running.add(threads.submit(() -> task.apply(item)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
