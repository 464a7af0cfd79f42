package dev.parlance.survey;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times at which campaigns may contact people through a sender. One document per sender and channel has the next free
 * time: texts and calls of one number don't wait for each other. Nodes take times from it in batches, so that together they keep
 * the pace without knowing each other.
 */
final class SendingSlots {
    private static final String SHELF = "pace";
    private static final Duration CATCH_UP = Duration.ofSeconds(1);
    /** A time further ahead comes from a node with a wrong clock. */
    private static final Duration MAX_AHEAD = Duration.ofMinutes(1);

    private final DocumentStore store;
    private final Clock clock;

    SendingSlots(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A number of times at a fixed interval; if the number is 0, {@code first} is when to ask again. */
    record Slots(Instant first, Duration interval, int count) {
        Instant time(int index) {
            return first.plus(interval.multipliedBy(index));
        }
    }

    /** Takes free times up to the given distance from now. */
    Slots take(String channel, String sender, Pace pace, int wanted, Duration ahead) {
        Duration interval = pace.interval();
        return Retry.untilSaved(() -> {
            Document document = load(channel, sender);
            Instant now = clock.instant();
            Instant first = first(document, now, interval);
            Instant last = now.plus(ahead);
            if (first.isAfter(last)) {
                return Retry.done(new Slots(first, interval, 0));
            }
            long free = Duration.between(first, last).dividedBy(interval) + 1;
            Slots slots = new Slots(first, interval, (int) Math.min(wanted, free));
            String json = StoredJson.empty()
                    .put("next", slots.time(slots.count()).toString())
                    .toString();
            return store.save(document.withJson(json)) ? Retry.done(slots) : Retry.again();
        });
    }

    private Document load(String channel, String sender) {
        Key key = new Key(SHELF, sender.equals(channel) ? channel : channel + ":" + sender);
        return store.load(key).orElseGet(() -> Document.create(key, "", Optional.empty(), "{}"));
    }

    /** After a break, one second's worth of times lies in the past. */
    private static Instant first(Document document, Instant now, Duration interval) {
        Duration credit = CATCH_UP.minus(interval);
        Instant earliest = credit.isNegative() ? now : now.minus(credit);
        return StoredJson.time(StoredJson.read(document), "next")
                .filter(time -> time.isAfter(earliest) && time.isBefore(now.plus(MAX_AHEAD)))
                .orElse(earliest);
    }
}
