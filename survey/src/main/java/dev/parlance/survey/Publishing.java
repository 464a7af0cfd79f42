package dev.parlance.survey;

import dev.parlance.Address;
import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Publishes events on an executor. No two threads publish the events of one session at the same time, which would mix them up. */
final class Publishing {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Publisher publisher;
    private final Executor executor;
    private final ConcurrentMap<Address, State> running = new ConcurrentHashMap<>();

    private enum State {
        RUNNING,
        /** There may be new events since the run started. */
        RUN_AGAIN
    }

    Publishing(Publisher publisher, Executor executor) {
        this.publisher = publisher;
        this.executor = executor;
    }

    /** Publishes a session's events soon. If the executor refuses, {@code runDue} does it. */
    void start(Address person) {
        if (running.merge(person, State.RUNNING, (before, now) -> State.RUN_AGAIN) == State.RUN_AGAIN) {
            return;
        }
        try {
            executor.execute(() -> run(person));
        } catch (RejectedExecutionException e) {
            running.remove(person);
            LOG.log(Level.DEBUG, "The executor for listeners is full or closed; runDue will publish the events", e);
        }
    }

    private void run(Address person) {
        do {
            running.put(person, State.RUNNING);
            publisher.tryToPublish(person);
        } while (!running.remove(person, State.RUNNING));
    }
}
