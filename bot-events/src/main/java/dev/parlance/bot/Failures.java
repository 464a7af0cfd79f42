package dev.parlance.bot;

import org.jspecify.annotations.Nullable;

/** Runs several tasks even if one fails, then throws the first failure with the others as suppressed exceptions. */
final class Failures {
    private @Nullable Exception first;

    void run(Job.Work work) {
        try {
            work.run();
        } catch (Exception e) {
            if (first == null) {
                first = e;
            } else {
                first.addSuppressed(e);
            }
        }
    }

    void throwFirst() throws Exception {
        if (first != null) {
            throw first;
        }
    }
}
