package dev.parlance.fake.twilio.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Generates SIDs with consecutive numbers per prefix, so that a test sees the same SIDs in every run. */
public final class Sids {
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();

    /** Continues after the SIDs of another generator. */
    void continueFrom(Sids other) {
        other.counters.forEach((prefix, counter) -> counters.put(prefix, new AtomicLong(counter.get())));
    }

    /** The next SID with this two-letter prefix. */
    public String next(String prefix) {
        long number = counters.computeIfAbsent(prefix, any -> new AtomicLong()).incrementAndGet();
        String digits = Long.toHexString(number);
        return prefix + "0".repeat(32 - digits.length()) + digits;
    }
}
