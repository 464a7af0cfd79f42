package dev.parlance.spring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends threads once their work is done. Less than the 30 seconds that Spring Boot gives an application to stop. */
final class OrderlyShutdown {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyShutdown.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private OrderlyShutdown() {}

    /**
     * Waits for the work of these threads, and interrupts it if it takes too long.
     *
     * @param work what they do, for the log
     */
    static void end(ExecutorService threads, String work) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} took too long and were interrupted; another node or the next start continues", work);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
