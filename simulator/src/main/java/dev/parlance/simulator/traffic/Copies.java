package dev.parlance.simulator.traffic;

import java.util.Optional;
import java.util.function.Supplier;

/** What can be copied of an entry. */
public final class Copies {
    private final TrafficLog log;
    private final Supplier<String> apiUrl;

    /**
     * Copies of entries in a log.
     *
     * @param apiUrl the address of the fake's API
     */
    public Copies(TrafficLog log, Supplier<String> apiUrl) {
        this.log = log;
        this.apiUrl = apiUrl;
    }

    /** A command for a shell; empty if the entry is no request. */
    public Optional<String> curl(Entry entry) {
        return entry.exchange().map(exchange -> Curl.of(exchange, apiUrl.get()));
    }

    /** The source of a JUnit test; empty if the entry is no request. */
    public Optional<String> test(Entry entry) {
        return entry.exchange().map(exchange -> TestSource.of(entry, exchange, log));
    }
}
