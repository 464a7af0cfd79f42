package dev.parlance.testkit.log;

import dev.parlance.testkit.log.LogEntry.Kind;
import dev.parlance.testkit.log.WebhookExchange.Signing;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The log of everything that happened, for assertions and for printing when a test fails. Keeps the last {@value #MAX_LENGTH}
 * entries, so that load tests don't run out of memory. Thread-safe.
 *
 * <pre>{@code
 * assertThat(twilio.log().of(LogEntry.Kind.PROBLEM)).isEmpty();
 * System.out.println(twilio.log());
 * }</pre>
 */
public final class Log {
    /** The maximum number of entries. */
    public static final int MAX_LENGTH = 50_000;

    /** The maximum number of webhooks that are kept complete. */
    public static final int MAX_WEBHOOKS = 2_000;

    private static final int MAX_PRINTED = 500;

    private final Clock clock;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Deque<ApiRequest> requests = new ArrayDeque<>();
    private final Deque<WebhookExchange> webhooks = new ArrayDeque<>();
    private final Deque<SignallingMessage> signals = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long lastNumber;
    private long forgotten;

    /** An empty log that takes its timestamps from this clock. */
    public Log(Clock clock) {
        this.clock = clock;
    }

    /** Adds an entry. */
    public void add(Kind kind, String text) {
        synchronized (this) {
            if (entries.size() == MAX_LENGTH) {
                entries.removeFirst();
                forgotten++;
            }
            entries.addLast(new LogEntry(++lastNumber, clock.instant(), kind, text));
        }
        listeners.forEach(Runnable::run);
    }

    /** Adds a request to the API. */
    public void add(ApiRequest request) {
        synchronized (this) {
            if (requests.size() == MAX_LENGTH) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
        add(Kind.API, request.toString());
    }

    /** Adds a webhook, answered or not. */
    public synchronized void add(
            WebhookRequest request,
            Signing signing,
            int status,
            String contentType,
            String body,
            String outcome,
            Duration took) {
        if (webhooks.size() == MAX_WEBHOOKS) {
            webhooks.removeFirst();
        }
        webhooks.addLast(new WebhookExchange(
                ++lastNumber, clock.instant(), request, signing, status, contentType, body, outcome, took));
    }

    /** Adds a message between a browser phone and Twilio. */
    public void add(String from, String to, String type, String callSid) {
        synchronized (this) {
            if (signals.size() == MAX_WEBHOOKS) {
                signals.removeFirst();
            }
            signals.addLast(new SignallingMessage(++lastNumber, clock.instant(), from, to, type, callSid));
        }
        listeners.forEach(Runnable::run);
    }

    /** The latest messages between browser phones and Twilio, oldest first. */
    public synchronized List<SignallingMessage> signals() {
        return List.copyOf(signals);
    }

    /** Adds a listener that is called after each new entry, in the thread that added the entry. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The latest webhooks with their responses, oldest first. */
    public synchronized List<WebhookExchange> webhooks() {
        return List.copyOf(webhooks);
    }

    /** The latest API requests, oldest first. */
    public synchronized List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    /** The latest entries, oldest first. */
    public synchronized List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    /** The entries of one kind, oldest first. */
    public List<LogEntry> of(Kind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** The last 500 entries, one per line, and the number of earlier ones. */
    @Override
    public synchronized String toString() {
        int left = Math.max(0, entries.size() - MAX_PRINTED);
        String lines = entries.stream().skip(left).map(LogEntry::toString).collect(Collectors.joining("\n"));
        long before = forgotten + left;
        return before == 0 ? lines : "(" + before + " earlier entries)\n" + lines;
    }
}
