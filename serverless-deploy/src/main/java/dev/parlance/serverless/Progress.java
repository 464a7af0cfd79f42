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

    synchronized void tell(Step.Kind kind, String what, int done, int total) {
        listener.accept(new Step(kind, what, done, total));
    }
}
