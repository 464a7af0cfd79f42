package dev.parlance.fake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs several tasks at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** Returns when all tasks are done. Rethrows an exception of one of them. */
    public static void run(List<Runnable> actions) {
        CountDownLatch all = new CountDownLatch(actions.size());
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (Runnable action : actions) {
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                all.countDown();
                all.await();
                action.run();
                return true;
            });
            tasks.add(task);
            Thread thread = new Thread(task, "fake-person-" + tasks.size());
            thread.setDaemon(true);
            thread.start();
        }
        tasks.forEach(AtOnce::finish);
    }

    private static void finish(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running tasks in parallel", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
