package dev.parlance.serverless;

import java.util.function.Consumer;

/** Tells a listener of steps, of one at a time, whichever thread takes them. */
final class Progress {
    private final Consumer<Step> listener;

    Progress(Consumer<Step> listener) {
        this.listener = listener;
    }

    synchronized void tell(Step.Kind kind, String what) {
        listener.accept(new Step(kind, what, 0, 0));
    }

    /** Begins to count; 0 where nobody knows how many there will be. */
    Count count(Step.Kind kind, int total) {
        return new Count(kind, total);
    }

    /** Steps of one kind, which are told in the order of their numbers. */
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
