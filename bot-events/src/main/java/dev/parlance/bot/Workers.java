package dev.parlance.bot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Does jobs in threads of its own or in the application's, and ends in order. */
final class Workers implements AutoCloseable {
    private final Executor executor;
    private final @Nullable ThreadPoolExecutor own;
    private final Duration patience;
    private final BiConsumer<BotEvent, Throwable> failed;
    private volatile boolean closed;

    private Workers(
            Executor executor,
            @Nullable ThreadPoolExecutor own,
            Duration patience,
            BiConsumer<BotEvent, Throwable> failed) {
        this.executor = executor;
        this.own = own;
        this.patience = patience;
        this.failed = failed;
    }

    /** The application's own threads, which it ends itself. */
    static Workers in(Executor executor, BiConsumer<BotEvent, Throwable> failed) {
        return new Workers(executor, null, Duration.ZERO, failed);
    }

    /**
     * Threads of its own.
     *
     * @param waiting how many jobs may wait for one
     * @param patience how long those that were taken may take when it is closed
     */
    static Workers of(int threads, int waiting, Duration patience, BiConsumer<BotEvent, Throwable> failed) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                task -> new Thread(task, "parlance-bot-" + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        return new Workers(pool, pool, patience, failed);
    }

    /** Takes a job, unless there are too many already or it is closed. */
    boolean take(Job job) {
        if (closed) {
            return false;
        }
        try {
            executor.execute(new Taken(job));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private final class Taken implements Runnable {
        private final Job job;

        Taken(Job job) {
            this.job = job;
        }

        @Override
        public void run() {
            try {
                job.work().run();
            } catch (Throwable e) {
                failed.accept(job.event(), e);
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void givenUp() {
            failed.accept(
                    job.event(),
                    BotException.notSetUp("The bot was closed before this was done: it had " + patience.toSeconds()
                            + " seconds for all that was waiting"));
        }
    }

    /** Ends what was taken, and tells of what was not done in time. */
    @Override
    public void close() {
        closed = true;
        if (own == null) {
            return;
        }
        own.shutdown();
        try {
            if (!own.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUp(own.shutdownNow());
            }
        } catch (InterruptedException e) {
            giveUp(own.shutdownNow());
            Thread.currentThread().interrupt();
        }
    }

    private static void giveUp(List<Runnable> waiting) {
        for (Runnable task : waiting) {
            if (task instanceof Taken taken) {
                taken.givenUp();
            }
        }
    }
}
