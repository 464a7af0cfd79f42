package dev.parlance.testkit.log;

import dev.parlance.testkit.log.LogEntry.Kind;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that happened, to be asserted on, and to be printed when a test fails. It remembers the last
 * {@value #LONGEST} things, so that a load test does not fill the memory.
 *
 * <pre>{@code
 * assertThat(twilio.log().of(LogEntry.Kind.PROBLEM)).isEmpty();
 * System.out.println(twilio.log());
 * }</pre>
 */
public final class Log {
    /** How many things it remembers. */
    public static final int LONGEST = 50_000;

    private static final int LONGEST_PRINT = 500;

    private final Clock clock;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Deque<ApiRequest> requests = new ArrayDeque<>();
    private long forgotten;

    /** An empty log whose entries are dated by this clock. */
    public Log(Clock clock) {
        this.clock = clock;
    }

    /** Adds one thing that happened just now. */
    public synchronized void add(Kind kind, String text) {
        if (entries.size() == LONGEST) {
            entries.removeFirst();
            forgotten++;
        }
        entries.addLast(new LogEntry(clock.instant(), kind, text));
    }

    /** Adds a request to the API. */
    public synchronized void add(ApiRequest request) {
        if (requests.size() == LONGEST) {
            requests.removeFirst();
        }
        requests.addLast(request);
        add(Kind.API, request.toString());
    }

    /** Every request to the API, the oldest first. */
    public synchronized List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    /** Everything, the oldest first. */
    public synchronized List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    /** All of one kind, the oldest first. */
    public List<LogEntry> of(Kind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** The last five hundred things, a line each, and how many came before them. */
    @Override
    public synchronized String toString() {
        int left = Math.max(0, entries.size() - LONGEST_PRINT);
        String lines = entries.stream().skip(left).map(LogEntry::toString).collect(Collectors.joining("\n"));
        long before = forgotten + left;
        return before == 0 ? lines : "(" + before + " things came before)\n" + lines;
    }
}
