package dev.parlance.quarkus.runtime;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Threads that end once their work is done. */
final class OrderlyShutdown {
    private static final Logger LOG = Logger.getLogger(OrderlyShutdown.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private OrderlyShutdown() {}

    /** Creates threads with this name that see the classes of the application. */
    static ThreadFactory threads(String name) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setContextClassLoader(application);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Waits for the work of these threads, and interrupts it if it takes too long.
     *
     * @param work what they do, for the log
     */
    static void end(ExecutorService threads, String work) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("%s took too long and were interrupted; another node or the next start continues", work);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
