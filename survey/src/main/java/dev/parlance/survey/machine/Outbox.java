package dev.parlance.survey.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session remembers so that nothing is done twice and nothing is left untold. Both are bounded: old replies are
 * forgotten, and events leave when they are published.
 *
 * @param handled the last webhooks
 * @param events what was not yet published
 * @param published how many events were
 */
public record Outbox(List<Handled> handled, List<SurveyEvent> events, long published) {
    /** How many webhooks are known again. */
    public static final int REMEMBERED = 32;
    /** How many are answered the same as the first time; an older one is answered with nothing. */
    public static final int REPLIES = 8;

    /** With more events than these waiting, an answer that was replaced since is not published. */
    public static final int MOST_EVENTS = 40;

    static final Outbox EMPTY = new Outbox(List.of(), List.of(), 0);

    /** Keeps the lists as they are now. */
    public Outbox {
        handled = List.copyOf(handled);
        events = List.copyOf(events);
    }

    /** The reply to a webhook that was handled before. */
    public Optional<String> replyTo(String id) {
        return handled.stream()
                .filter(one -> one.id().equals(id))
                .map(Handled::reply)
                .findFirst();
    }

    Outbox remember(String id, String reply) {
        List<Handled> more =
                new ArrayList<>(handled.subList(Math.max(0, handled.size() + 1 - REMEMBERED), handled.size()));
        int forgotten = more.size() - REPLIES;
        if (forgotten >= 0) {
            more.set(forgotten, new Handled(more.get(forgotten).id(), ""));
        }
        more.add(new Handled(id, reply));
        return new Outbox(more, events, published);
    }

    Outbox with(SurveyEvent event) {
        List<SurveyEvent> all = new ArrayList<>(events);
        all.add(event);
        return new Outbox(handled, all.size() > MOST_EVENTS ? withoutReplacedAnswers(all) : all, published);
    }

    /** Where a listener fails for very long, it hears only of the last answer to each question. */
    private static List<SurveyEvent> withoutReplacedAnswers(List<SurveyEvent> events) {
        Map<String, Long> last = new HashMap<>();
        events.forEach(event -> event.answer().ifPresent(answer -> last.put(answer.question(), event.sequence())));
        return events.stream()
                .filter(event -> event.answer()
                        .map(answer -> Long.valueOf(event.sequence()).equals(last.get(answer.question())))
                        .orElse(true))
                .toList();
    }

    /** The same; the events after this one came from a webhook with this form. */
    public Outbox withForm(long sequence, Map<String, String> form) {
        return new Outbox(
                handled,
                events.stream()
                        .map(event -> event.sequence() > sequence ? event.with(form) : event)
                        .toList(),
                published);
    }

    /** The number of the newest event; 0 before the first. */
    public long lastSequence() {
        return nextSequence() - 1;
    }

    /** Without the events up to this one, which are published. */
    public Outbox publishedUpTo(long sequence) {
        return new Outbox(
                handled,
                events.stream().filter(event -> event.sequence() > sequence).toList(),
                Math.max(published, sequence));
    }

    /** Without any events, as nobody listens. */
    public Outbox withoutEvents() {
        return publishedUpTo(nextSequence() - 1);
    }

    long nextSequence() {
        return events.isEmpty() ? published + 1 : events.get(events.size() - 1).sequence() + 1;
    }
}
