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

/** Runs jobs in its own threads or in the application's executor, and shuts down gracefully. */
final class Workers implements AutoCloseable {
    private final Executor executor;
    private final @Nullable ThreadPoolExecutor own;
    private final Duration closeTimeout;
    private final BiConsumer<BotEvent, Throwable> failed;
    private volatile boolean closed;

    private Workers(
            Executor executor,
            @Nullable ThreadPoolExecutor own,
            Duration closeTimeout,
            BiConsumer<BotEvent, Throwable> failed) {
        this.executor = executor;
        this.own = own;
        this.closeTimeout = closeTimeout;
        this.failed = failed;
    }

    /** Uses the application's executor, which the application shuts down. */
    static Workers in(Executor executor, BiConsumer<BotEvent, Throwable> failed) {
        return new Workers(executor, null, Duration.ZERO, failed);
    }

    /**
     * Uses its own threads.
     *
     * @param waiting how many jobs can wait for a thread
     * @param closeTimeout how long {@link #close} waits for accepted jobs
     */
    static Workers of(int threads, int waiting, Duration closeTimeout, BiConsumer<BotEvent, Throwable> failed) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                task -> new Thread(task, "parlance-bot-" + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        return new Workers(pool, pool, closeTimeout, failed);
    }

    /** Accepts a job. Returns false if too many are waiting or this is closed. */
    boolean accept(Job job) {
        if (closed) {
            return false;
        }
        try {
            executor.execute(new AcceptedJob(job));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private final class AcceptedJob implements Runnable {
        private final Job job;

        AcceptedJob(Job job) {
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

        void abandon() {
            failed.accept(
                    job.event(),
                    BotException.notSetUp("The bot was closed before this event was handled: waiting events had "
                            + closeTimeout.toSeconds() + " seconds to finish"));
        }
    }

    /** Waits for accepted jobs, and reports those that do not finish in time. */
    @Override
    public void close() {
        closed = true;
        if (own == null) {
            return;
        }
        own.shutdown();
        try {
            if (!own.awaitTermination(closeTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                abandon(own.shutdownNow());
            }
        } catch (InterruptedException e) {
            abandon(own.shutdownNow());
            Thread.currentThread().interrupt();
        }
    }

    private static void abandon(List<Runnable> waiting) {
        for (Runnable task : waiting) {
            if (task instanceof AcceptedJob job) {
                job.abandon();
            }
        }
    }
}
