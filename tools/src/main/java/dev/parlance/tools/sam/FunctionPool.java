package dev.parlance.tools.sam;

import dev.parlance.testkit.aws.LocalLambda;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The instances of a function: as many as events come at once, up to a few; each is kept for the next. */
final class FunctionPool implements AutoCloseable {
    private static final int MOST = 4;

    private final LocalLambda.Builder settings;
    private final Semaphore places = new Semaphore(MOST);
    private final Deque<LocalLambda> idle = new ArrayDeque<>();
    private final List<LocalLambda> all = new ArrayList<>();

    FunctionPool(LocalLambda.Builder settings) {
        this.settings = settings;
    }

    /** Hands an event to an instance that is free, and waits for its answer. */
    String invoke(String event) {
        places.acquireUninterruptibly();
        try {
            LocalLambda instance = take();
            try {
                return instance.invoke(event);
            } finally {
                giveBack(instance);
            }
        } finally {
            places.release();
        }
    }

    private synchronized LocalLambda take() {
        LocalLambda instance = idle.poll();
        if (instance == null) {
            instance = settings.start();
            all.add(instance);
        }
        return instance;
    }

    private synchronized void giveBack(LocalLambda instance) {
        if (instance.isAlive()) {
            idle.push(instance);
        }
    }

    @Override
    public synchronized void close() {
        all.forEach(LocalLambda::close);
    }
}
