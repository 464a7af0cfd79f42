package dev.parlance.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How many people were contacted today. One document per channel counts them, in total and by sender. Nodes take from it before
 * they contact people, and give back what they have not used. A node that ends in between has used it for this day.
 */
final class DailyCounts {
    private static final String SHELF = "contacted";
    private static final String DAY = "day";
    private static final String TOTAL = "total";
    private static final String SENDERS = "senders";

    private final DocumentStore store;
    private final Clock clock;
    private final DailyLimits limits;

    DailyCounts(DocumentStore store, Clock clock, DailyLimits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
    }

    /** Whether the contacts on a channel have limits. */
    boolean isLimited(String channel) {
        return limits.most(channel).isPresent();
    }

    /** A number of people whom a sender may contact on this day. */
    record Share(String channel, String sender, LocalDate day, int people) {}

    /** Takes up to this many people of today's limits. */
    Share take(String channel, String sender, int wanted) {
        if (!isLimited(channel)) {
            return new Share(channel, sender, day(), wanted);
        }
        return Retry.untilSaved(() -> {
            Count count = today(channel);
            int taken = Math.min(wanted, left(count, channel, sender));
            boolean isDone = taken == 0 || store.save(count.plus(taken, sender));
            return isDone ? Retry.done(new Share(channel, sender, count.day(), taken)) : Retry.again();
        });
    }

    /** Gives back people who were not contacted, unless a new day has begun. */
    void giveBack(Share share, int unused) {
        if (unused == 0 || !isLimited(share.channel())) {
            return;
        }
        Retry.untilSaved(() -> {
            Count count = today(share.channel());
            boolean isOver = !count.day().equals(share.day());
            return isOver || store.save(count.plus(-unused, share.sender())) ? Retry.done(true) : Retry.again();
        });
    }

    /** When the next day starts, if today's limits are reached. */
    Optional<Instant> reachedUntil(String channel, String sender) {
        return !isLimited(channel) || left(today(channel), channel, sender) > 0
                ? Optional.empty()
                : Optional.of(startOfDay(1));
    }

    /** The time at which this many people can have been contacted, at the earliest. */
    Instant earliest(String channel, String sender, long people) {
        Instant now = clock.instant();
        if (!isLimited(channel)) {
            return now;
        }
        long later = people - left(today(channel), channel, sender);
        int most = limits.most(channel).getAsInt();
        return later <= 0 ? now : startOfDay((later + most - 1) / most);
    }

    private int left(Count count, String channel, String sender) {
        int inTotal = limits.total().getOrDefault(channel, Integer.MAX_VALUE) - count.total();
        int ofSender = limits.perSender().getOrDefault(channel, Integer.MAX_VALUE) - count.ofSender(sender);
        return Math.max(0, Math.min(inTotal, ofSender));
    }

    private Instant startOfDay(long days) {
        return day().plusDays(days).atStartOfDay(limits.zone()).toInstant();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), limits.zone());
    }

    private Count today(String channel) {
        Key key = new Key(SHELF, channel);
        Document document = store.load(key).orElseGet(() -> Document.create(key, "", Optional.empty(), "{}"));
        ObjectNode json = StoredJson.read(document);
        LocalDate today = day();
        boolean isOfToday = json.path(DAY).asText().equals(today.toString());
        return new Count(document, today, isOfToday ? json : StoredJson.empty().put(DAY, today.toString()));
    }

    /** The people of one day. */
    private record Count(Document document, LocalDate day, ObjectNode json) {
        int total() {
            return json.path(TOTAL).asInt();
        }

        int ofSender(String sender) {
            return json.path(SENDERS).path(sender).asInt();
        }

        Document plus(int people, String sender) {
            ObjectNode changed = json.deepCopy().put(TOTAL, total() + people);
            changed.withObjectProperty(SENDERS).put(sender, ofSender(sender) + people);
            return document.withJson(changed.toString());
        }
    }
}
