package dev.parlance.survey.analysis;

import dev.parlance.survey.index.SessionIndex;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds an index in a thread, which ends when it is built. Thread-safe. */
final class BackgroundReader implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundReader.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionIndex index;
    private @Nullable Thread thread;
    private boolean isClosed;

    BackgroundReader(SessionIndex index) {
        this.index = index;
    }

    /** Starts, unless it is running or closed. */
    synchronized void start() {
        if (isClosed || (thread != null && thread.isAlive())) {
            return;
        }
        Thread next = new Thread(this::read, "parlance-analysis");
        // An application that doesn't close its surveys can end.
        next.setDaemon(true);
        next.start();
        thread = next;
    }

    private void read() {
        try {
            index.current();
        } catch (RuntimeException e) {
            if (isClosed()) {
                LOG.log(Level.DEBUG, "The sessions were not read to the end, because the application ends");
            } else {
                LOG.log(Level.ERROR, "The sessions could not be read for analyses; the next request tries again", e);
            }
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /** Interrupts the thread, and waits until it has ended. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            isClosed = true;
            running = thread;
        }
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
