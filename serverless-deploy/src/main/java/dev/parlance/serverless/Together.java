package dev.parlance.serverless;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things at a time, but only so many: Twilio bounds the requests of an account. */
final class Together {
    private static final int AT_A_TIME = 10;

    private Together() {}

    /** The results in the order of the things. After a failure nothing more is begun, and it is thrown. */
    static <T, R> List<R> map(Collection<T> things, Function<T, R> deed) {
        if (things.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_A_TIME, things.size()), task -> {
            Thread thread = new Thread(task, "parlance-serverless");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> running = new ArrayList<>();
            for (T thing : things) {
                running.add(threads.submit(() -> deed.apply(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : running) {
                results.add(one.get());
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
