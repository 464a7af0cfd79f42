package dev.parlance.survey;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows one person, once in a turn, that a reply is being prepared. For one thread. */
final class TypingIndicator {
    private final Supplier<Future<?>> task;
    private @Nullable Future<?> shown;

    /** @param task starts to show it, and returns at once */
    TypingIndicator(Supplier<Future<?>> task) {
        this.task = task;
    }

    /** An indicator that nobody sees, because nobody waits. */
    static TypingIndicator none() {
        return new TypingIndicator(() -> CompletableFuture.completedFuture(null));
    }

    /** Shows it, if this turn has not yet. */
    void start() {
        if (shown == null) {
            shown = task.get();
        }
    }

    /** Gives up if it is not shown yet: it must not come after the reply. */
    void stop() {
        if (shown != null) {
            shown.cancel(true);
        }
    }
}
