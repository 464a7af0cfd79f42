package dev.parlance.tools.sam;

import dev.parlance.fake.aws.LocalLambda;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The instances of a function. Starts up to four for simultaneous events, and reuses them. */
final class FunctionPool implements AutoCloseable {
    private static final int MAX_INSTANCES = 4;

    private final LocalLambda.Builder settings;
    private final Semaphore permits = new Semaphore(MAX_INSTANCES);
    private final Deque<LocalLambda> idle = new ArrayDeque<>();
    private final List<LocalLambda> all = new ArrayList<>();

    FunctionPool(LocalLambda.Builder settings) {
        this.settings = settings;
    }

    /** Sends an event to a free instance and returns its answer. */
    String invoke(String event) {
        permits.acquireUninterruptibly();
        try {
            LocalLambda instance = acquire();
            try {
                return instance.invoke(event);
            } finally {
                release(instance);
            }
        } finally {
            permits.release();
        }
    }

    private synchronized LocalLambda acquire() {
        LocalLambda instance = idle.poll();
        if (instance == null) {
            instance = settings.start();
            all.add(instance);
        }
        return instance;
    }

    private synchronized void release(LocalLambda instance) {
        if (instance.isAlive()) {
            idle.push(instance);
        }
    }

    @Override
    public synchronized void close() {
        all.forEach(LocalLambda::close);
    }
}
