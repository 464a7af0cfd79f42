package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.fake.twilio.log.Log;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.log.SignallingMessage;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Writes the log. Takes its timestamps from the clock of the fake. */
public final class Journal implements Log {
    private static final int MAX_MESSAGES = 2_000;
    private static final int MAX_PRINTED = 500;

    private final Clock clock;
    private final Retention retention;
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Deque<ApiRequest> requests = new ArrayDeque<>();
    private final Deque<WebhookExchange> webhooks = new ArrayDeque<>();
    private final Deque<SignallingMessage> signals = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final TrafficListeners traffic = new TrafficListeners();
    private long lastNumber;
    private long dropped;

    Journal(Clock clock, Retention retention) {
        this.retention = retention;
        this.clock = clock;
    }

    /** Adds an entry. */
    public void add(Kind kind, String text) {
        LogEntry entry;
        synchronized (this) {
            entry = new LogEntry(++lastNumber, clock.instant(), kind, text);
            dropped += addLast(entries, entry, retention.limit());
        }
        traffic.noted(entry);
        listeners.forEach(Runnable::run);
    }

    /** Who is notified of requests while they happen. */
    public TrafficListeners traffic() {
        return traffic;
    }

    /** Adds a request to the API. */
    public void add(ApiRequest request) {
        synchronized (this) {
            addLast(requests, request, retention.limit());
        }
        add(Kind.API, request.toString());
    }

    /** Adds a webhook, answered or not. */
    synchronized void add(WebhookRequest request, Signing signing, Answer answer, Duration duration) {
        addLast(
                webhooks,
                new LoggedWebhook(++lastNumber, clock.instant(), request, signing, answer, duration),
                maxMessages());
    }

    /** Adds a message between a browser phone and Twilio. */
    public void addSignal(String from, String to, String type, String callSid) {
        synchronized (this) {
            addLast(signals, new LoggedSignal(++lastNumber, clock.instant(), from, to, type, callSid), maxMessages());
        }
        listeners.forEach(Runnable::run);
    }

    /** Webhooks and signals are large, so there are fewer of them. */
    private int maxMessages() {
        return Math.min(MAX_MESSAGES, retention.limit());
    }

    /** Returns how many entries were dropped. */
    private static <T> int addLast(Deque<T> all, T added, int max) {
        int before = all.size();
        while (all.size() >= max) {
            all.removeFirst();
        }
        int droppedNow = before - all.size();
        all.addLast(added);
        return droppedNow;
    }

    @Override
    public synchronized List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized List<WebhookExchange> webhooks() {
        return List.copyOf(webhooks);
    }

    @Override
    public synchronized List<SignallingMessage> signals() {
        return List.copyOf(signals);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized String toString() {
        int left = Math.max(0, entries.size() - MAX_PRINTED);
        String lines = entries.stream().skip(left).map(LogEntry::toString).collect(Collectors.joining("\n"));
        long before = dropped + left;
        return before == 0 ? lines : "(" + before + " earlier entries)\n" + lines;
    }
}
