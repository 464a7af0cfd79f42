package dev.parlance.bot;

import org.jspecify.annotations.Nullable;

/** Several things are done although one of them fails; the first failure is told, with the others. */
final class Failures {
    private @Nullable Exception first;

    void of(Job.Work work) {
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

    void raise() throws Exception {
        if (first != null) {
            throw first;
        }
    }
}
