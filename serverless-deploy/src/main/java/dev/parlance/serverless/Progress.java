package dev.parlance.serverless;

import java.util.function.Consumer;

/** Reports steps to a listener, one at a time. Thread-safe. */
final class Progress {
    private final Consumer<Step> listener;

    Progress(Consumer<Step> listener) {
        this.listener = listener;
    }

    synchronized void report(Step.Kind kind, String what) {
        listener.accept(new Step(kind, what, 0, 0));
    }

    /** Starts counting steps of one kind. A total of 0 means unknown. */
    Count count(Step.Kind kind, int total) {
        return new Count(kind, total);
    }

    /** Counts steps of one kind and reports them in order. */
    final class Count {
        private final Step.Kind kind;
        private final int total;
        private int done;

        private Count(Step.Kind kind, int total) {
            this.kind = kind;
            this.total = total;
        }

        void done(String what) {
            synchronized (Progress.this) {
                listener.accept(new Step(kind, what, ++done, total));
            }
        }
    }
}
