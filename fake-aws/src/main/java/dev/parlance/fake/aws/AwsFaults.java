package dev.parlance.fake.aws;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Injects faults into requests, and counts requests by operation. */
final class AwsFaults {
    private final Map<String, Queue<Fault>> waiting = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    record Fault(int status, String code) {}

    synchronized void failNext(String operation, int status, String code) {
        waiting.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(new Fault(status, code));
    }

    /** Counts a request. Returns the fault to answer it with, if one was planned. */
    synchronized Optional<Fault> next(String operation) {
        counts.merge(operation, 1, Integer::sum);
        Queue<Fault> faults = waiting.getOrDefault(operation, new ArrayDeque<>());
        return Optional.ofNullable(faults.poll());
    }

    synchronized int count(String operation) {
        return counts.getOrDefault(operation, 0);
    }
}
