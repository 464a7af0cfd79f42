package dev.parlance.testkit.log;

import dev.parlance.testkit.log.LogEntry.Kind;
import dev.parlance.testkit.log.WebhookExchange.Seal;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** How many webhooks it remembers whole. */
    public static final int MOST_WEBHOOKS = 2_000;

    private static final int LONGEST_PRINT = 500;

    private final Clock clock;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Deque<ApiRequest> requests = new ArrayDeque<>();
    private final Deque<WebhookExchange> webhooks = new ArrayDeque<>();
    private final Deque<Signal> signals = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long happened;
    private long forgotten;

    /** An empty log whose entries are dated by this clock. */
    public Log(Clock clock) {
        this.clock = clock;
    }

    /** Adds one thing that happened just now. */
    public void add(Kind kind, String text) {
        synchronized (this) {
            if (entries.size() == LONGEST) {
                entries.removeFirst();
                forgotten++;
            }
            entries.addLast(new LogEntry(++happened, clock.instant(), kind, text));
        }
        listeners.forEach(Runnable::run);
    }

    /** Adds a request to the API. */
    public void add(ApiRequest request) {
        synchronized (this) {
            if (requests.size() == LONGEST) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
        add(Kind.API, request.toString());
    }

    /** Adds a webhook that was answered, or was not, just now. */
    public synchronized void add(
            WebhookRequest request,
            Seal seal,
            int status,
            String contentType,
            String body,
            String outcome,
            Duration took) {
        if (webhooks.size() == MOST_WEBHOOKS) {
            webhooks.removeFirst();
        }
        webhooks.addLast(new WebhookExchange(
                ++happened, clock.instant(), request, seal, status, contentType, body, outcome, took));
    }

    /** Adds a message between a browser's phone and Twilio. */
    public void add(String from, String to, String type, String callSid) {
        synchronized (this) {
            if (signals.size() == MOST_WEBHOOKS) {
                signals.removeFirst();
            }
            signals.addLast(new Signal(++happened, clock.instant(), from, to, type, callSid));
        }
        listeners.forEach(Runnable::run);
    }

    /** The last messages between browsers' phones and Twilio, the oldest first. */
    public synchronized List<Signal> signals() {
        return List.copyOf(signals);
    }

    /** Tells somebody whenever something was added, in the thread that added it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The last webhooks, the oldest first, each as it was sent and answered. */
    public synchronized List<WebhookExchange> webhooks() {
        return List.copyOf(webhooks);
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
