package dev.parlance.survey.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The replies and events that a session stores so that no webhook is handled twice and no event is lost. Both are bounded: old
 * replies are dropped, and events are removed after publication.
 *
 * @param handled the last webhooks
 * @param events the events not published yet
 * @param published the number of published events
 * @param failures how many times in a row no event was accepted
 * @param unsent the messages of replies that are still to be sent
 * @param deliveries what has become of the messages that were sent
 */
public record Outbox(
        List<Handled> handled,
        List<StoredEvent> events,
        long published,
        int failures,
        Unsent unsent,
        DeliveryLog deliveries) {
    /** How many webhooks are recognized as repeats. */
    public static final int MAX_HANDLED = 32;
    /** How many of them get the same reply again; older ones get an empty reply. */
    public static final int MAX_REPLIES = 8;

    /** If more events than this wait, replaced answers and earlier statuses of a message are not published. */
    public static final int MAX_EVENTS = 40;

    /** An empty outbox. */
    public static final Outbox EMPTY = new Outbox(List.of(), List.of(), 0, 0, Unsent.NOTHING, DeliveryLog.EMPTY);

    /**
     * A handled webhook with its reply, so that a repeat gets the same reply.
     *
     * @param id the message's SID, or the call's SID with the turn
     * @param reply the document; empty once it has been dropped
     */
    public record Handled(String id, String reply) {
        /** The id, but not the reply. */
        @Override
        public String toString() {
            return "Handled[" + id + "]";
        }
    }

    /** Copies the lists. */
    public Outbox {
        handled = List.copyOf(handled);
        events = List.copyOf(events);
    }

    /** The reply to a handled webhook. */
    public Optional<String> replyTo(String id) {
        return handled.stream()
                .filter(webhook -> webhook.id().equals(id))
                .map(Handled::reply)
                .findFirst();
    }

    /** Remembers the reply to a webhook. */
    public Outbox remember(String id, String reply) {
        List<Handled> more =
                new ArrayList<>(handled.subList(Math.max(0, handled.size() + 1 - MAX_HANDLED), handled.size()));
        int dropped = more.size() - MAX_REPLIES;
        if (dropped >= 0) {
            more.set(dropped, new Handled(more.get(dropped).id(), ""));
        }
        more.add(new Handled(id, reply));
        return new Outbox(more, events, published, failures, unsent, deliveries);
    }

    /** Adds an event. */
    public Outbox with(StoredEvent event) {
        List<StoredEvent> all = new ArrayList<>(events);
        all.add(event);
        return new Outbox(
                handled, all.size() > MAX_EVENTS ? withoutReplaced(all) : all, published, failures, unsent, deliveries);
    }

    /** Keeps only the last answer to each question and the last status of each message, in case a listener fails for very long. */
    private static List<StoredEvent> withoutReplaced(List<StoredEvent> events) {
        Map<String, Long> last = new HashMap<>();
        events.forEach(event -> subject(event).ifPresent(subject -> last.put(subject, event.sequence())));
        return events.stream()
                .filter(event -> subject(event)
                        .map(subject -> Long.valueOf(event.sequence()).equals(last.get(subject)))
                        .orElse(true))
                .toList();
    }

    /** What a later event replaces. */
    private static Optional<String> subject(StoredEvent event) {
        return event.answer()
                .map(answer -> "answer:" + answer.question())
                .or(() -> event.delivery().map(delivery -> "message:" + delivery.message()));
    }

    /** Adds the webhook's form to the events after this one. */
    public Outbox withForm(long sequence, Map<String, String> form) {
        return new Outbox(
                handled,
                events.stream()
                        .map(event -> event.sequence() > sequence ? event.with(form) : event)
                        .toList(),
                published,
                failures,
                unsent,
                deliveries);
    }

    /** A copy with these messages to send. */
    public Outbox with(Unsent messages) {
        return new Outbox(handled, events, published, failures, messages, deliveries);
    }

    /** A copy with this log. */
    public Outbox with(DeliveryLog log) {
        return new Outbox(handled, events, published, failures, unsent, log);
    }

    /** The sequence number of the newest event; 0 before the first. */
    public long lastSequence() {
        return nextSequence() - 1;
    }

    /** Removes the published events up to this one. */
    public Outbox publishedUpTo(long sequence) {
        return new Outbox(
                handled,
                events.stream().filter(event -> event.sequence() > sequence).toList(),
                Math.max(published, sequence),
                0,
                unsent,
                deliveries);
    }

    /** Counts an attempt in which no event was accepted. */
    public Outbox withFailure() {
        return new Outbox(handled, events, published, failures + 1, unsent, deliveries);
    }

    /** Removes all events, because there are no listeners. */
    public Outbox withoutEvents() {
        return publishedUpTo(nextSequence() - 1);
    }

    /** The sequence number of the next event. */
    public long nextSequence() {
        return events.isEmpty() ? published + 1 : events.get(events.size() - 1).sequence() + 1;
    }
}
