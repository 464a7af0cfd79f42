package dev.parlance.webhook;

import java.time.Duration;

/** How busy this process keeps its processors. */
final class ProcessorLoad {
    private final ProcessHandle process = ProcessHandle.current();
    private long used = used();
    private long at = System.nanoTime();

    /** The load since the last call, from 0 (idle) to 1 (all processors busy). Always 0 if the system doesn't report it. */
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
