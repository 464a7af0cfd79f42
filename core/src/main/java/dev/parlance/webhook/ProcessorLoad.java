package dev.parlance.webhook;

import java.time.Duration;

/** How busy this process keeps the processors that it may use. */
final class ProcessorLoad {
    private final ProcessHandle process = ProcessHandle.current();
    private long used = used();
    private long at = System.nanoTime();

    /** From 0, not at all, to 1, all of them: since the last call. Always 0 where the system does not say. */
    double sinceLastCall() {
        long usedNow = used();
        long now = System.nanoTime();
        double capacity = (double) (now - at) * Runtime.getRuntime().availableProcessors();
        double load = (usedNow - used) / capacity;
        used = usedNow;
        at = now;
        return load;
    }

    private long used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
