package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.fake.twilio.world.TrafficListener;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes what happens in a fake into the {@link TrafficLog}. */
public final class TrafficRecorder implements TrafficListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How long after a webhook an alert without a URL still belongs to it, in real time. */
    private static final Duration AFTERMATH = Duration.ofMillis(500);

    private final World world;
    private final TrafficLog log;
    private final Subjects subjects;

    @SuppressWarnings("ThreadLocalUsage") // two fakes in one process have nothing to do with each other
    private final ThreadLocal<Work> work = ThreadLocal.withInitial(Work::new);

    /** What a thread does. */
    private static final class Work {
        /** What it handles, or has handled last: alerts that it raises belong to that. */
        @Nullable
        Handled handled;

        /** The entry that it sends again; 0 for none. */
        long repeating;

        /** The fault that it has injected last, which concerns the request that follows; 0 for none. */
        long injected;
    }

    private record Handled(long number, String url, long sinceNanos, boolean isOpen) {
        boolean covers(String alert) {
            boolean isRecent = isOpen || System.nanoTime() - sinceNanos < AFTERMATH.toNanos();
            return alert.contains("://") ? alert.contains(url) : isRecent;
        }
    }

    private TrafficRecorder(World world, TrafficLog log) {
        this.world = world;
        this.log = log;
        this.subjects = new Subjects(world);
    }

    /** Starts recording. First adds what the fake has logged before. */
    public static TrafficRecorder start(World world, TrafficLog log) {
        TrafficRecorder recorder = new TrafficRecorder(world, log);
        EarlierTraffic.of(world.log()).forEach(earlier -> log.add(number -> recorder.entry(number, earlier)));
        world.log().traffic().add(recorder);
        return recorder;
    }

    /** Stops recording. */
    public void stop() {
        world.log().traffic().remove(this);
    }

    /** Does something whose webhooks are marked as repetitions of an entry. */
    public void repeat(long number, Runnable action) {
        Work mine = work.get();
        mine.repeating = number;
        try {
            action.run();
        } finally {
            mine.repeating = 0;
        }
    }

    private Entry entry(long number, EarlierTraffic.Item earlier) {
        Subject subject = earlier.exchange().map(subjects::of).orElse(Subject.NOBODY);
        return new Entry(number, earlier.at(), earlier.kind(), earlier.exchange(), subject, earlier.notes());
    }

    @Override
    public Ending webhookBegins(WebhookRequest request, Signing signing, Optional<WebhookFault> fault) {
        String words = fault.map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        Exchange begun = Exchange.begun(request, Optional.of(signing), words, work.get().repeating);
        return begin(begun, CallbackEvent.of(begun).isEmpty() ? Kind.WEBHOOK : Kind.CALLBACK, UnaryOperator.identity());
    }

    @Override
    public Ending requestBegins(WebhookRequest request, Optional<ApiFault> fault) {
        String words = fault.map(ApiFault::toString).orElse("");
        return begin(Exchange.begun(Masks.masked(request), Optional.empty(), words, 0), Kind.API, Masks::masked);
    }

    private Ending begin(Exchange begun, Kind kind, UnaryOperator<Reply> masks) {
        Subject subject = subjects.of(begun);
        long number =
                log.add(it -> new Entry(it, world.clock().instant(), kind, Optional.of(begun), subject, List.of()));
        setHandled(number, begun, true);
        Work mine = work.get();
        if (mine.injected > 0 && !begun.fault().isEmpty()) {
            log.change(mine.injected, entry -> entry.about(subject));
            mine.injected = 0;
        }
        return reply -> {
            Exchange ended = begun.ended(masks.apply(reply.get()));
            setHandled(number, begun, false);
            log.change(number, entry -> entry.with(ended, subjects.of(ended).or(entry.subject()), problems(ended)));
        };
    }

    private void setHandled(long number, Exchange exchange, boolean isOpen) {
        String url = exchange.request().url();
        int query = url.indexOf('?');
        work.get().handled = new Handled(number, query < 0 ? url : url.substring(0, query), System.nanoTime(), isOpen);
    }

    /** The error in the API's response, as the debugger writes it. */
    private static List<String> problems(Exchange ended) {
        if (ended.signing().isPresent() || !ended.hasFailed() || !ended.answer().startsWith("{")) {
            return List.of();
        }
        try {
            JsonNode error = JSON.readTree(ended.answer());
            return error.path("code").asInt() == 0
                    ? List.of()
                    : List.of(error.path("code").asInt() + ": "
                            + error.path("message").asText());
        } catch (JsonProcessingException e) {
            return List.of(); // a fault has replaced the response
        }
    }

    @Override
    public void noted(LogEntry noted) {
        switch (noted.kind()) {
            case ALERT -> addAlert(noted);
            case FAULT ->
                work.get().injected = log.add(number -> new Entry(
                        number, noted.at(), Kind.FAULT, Optional.empty(), Subject.NOBODY, List.of(noted.text())));
            case API, WEBHOOK, TEXT, CALL -> {
                // requests are recorded themselves; texts and calls are on the phones
            }
        }
    }

    private void addAlert(LogEntry alert) {
        Handled cause = work.get().handled;
        Optional<Entry> about =
                cause != null && cause.covers(alert.text()) ? log.find(cause.number()) : Optional.empty();
        about.ifPresent(entry -> log.change(entry.number(), it -> it.withNote(alert.text())));
        Subject subject = about.map(Entry::subject).orElse(Subject.NOBODY);
        log.add(number -> new Entry(number, alert.at(), Kind.ALERT, Optional.empty(), subject, List.of(alert.text())));
    }
}
