package dev.parlance.survey;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shows people that a reply is being prepared, in a few threads of its own, so that no turn waits for it. While all threads are busy,
 * it shows nothing: later would be too late.
 */
final class TypingThreads implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final int MAX_THREADS = 4;
    private static final Duration MAX_IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MAX_THREADS, MAX_IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), TypingThreads::thread);

    /** A daemon, so that an application that doesn't close its surveys can end. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "parlance-typing");
        thread.setDaemon(true);
        return thread;
    }

    /** What shows the sender of a message that a reply is being prepared. */
    TypingIndicator indicator(Channel channel, Incoming.Received received) {
        return new TypingIndicator(() -> show(channel, received));
    }

    private Future<?> show(Channel channel, Incoming.Received received) {
        try {
            return threads.submit(() -> tryToShow(channel, received));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Too busy to show that a reply is being prepared", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void tryToShow(Channel channel, Incoming.Received received) {
        try {
            channel.showTyping(received.person(), received.id());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "Could not show that a reply is being prepared", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
