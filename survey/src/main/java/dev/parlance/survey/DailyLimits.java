package dev.parlance.survey;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many people are contacted per day: in total, and through each sender. All nodes and all surveys of a store share the limits.
 * The others are contacted on the next day. Invitations and calls count, also repeated ones; reminders and replies don't.
 * Immutable: the methods return copies.
 *
 * <pre>{@code
 * DailyLimits.in(ZoneId.of("America/New_York"))
 *         .withTotal(Channel.TEXT, 2_000)
 *         .withPerSender(Channel.TEXT, 500)
 *         .withTotal(Channel.VOICE, 300);
 * }</pre>
 *
 * @param zone the time zone in which a day starts
 * @param total the number of people in total, by the name of a channel
 * @param perSender the number of people through one sender (see {@link Pace#withSender}), by the name of a channel
 */
public record DailyLimits(ZoneId zone, Map<String, Integer> total, Map<String, Integer> perSender) {
    /** Copies the maps. */
    public DailyLimits {
        total = Map.copyOf(total);
        perSender = Map.copyOf(perSender);
    }

    /** No limits. A day starts at midnight in this time zone. */
    public static DailyLimits in(ZoneId zone) {
        return new DailyLimits(zone, Map.of(), Map.of());
    }

    /** Returns a copy with a limit for all people who are contacted on a channel. */
    public DailyLimits withTotal(String channel, int people) {
        return new DailyLimits(zone, with(total, channel, people), perSender);
    }

    /** Returns a copy with a limit for the people who are contacted on a channel through one sender. */
    public DailyLimits withPerSender(String channel, int people) {
        return new DailyLimits(zone, total, with(perSender, channel, people));
    }

    private static Map<String, Integer> with(Map<String, Integer> limits, String channel, int people) {
        if (people < 1) {
            throw new IllegalArgumentException("A daily limit must be at least 1, not " + people);
        }
        Map<String, Integer> more = new LinkedHashMap<>(limits);
        more.put(channel, people);
        return more;
    }

    /** The names of the channels that have a limit. */
    Set<String> channels() {
        Set<String> names = new HashSet<>(total.keySet());
        names.addAll(perSender.keySet());
        return names;
    }

    /** The most people whom a sender can contact on one day; empty if there is no limit. */
    OptionalInt most(String channel) {
        Integer inTotal = total.get(channel);
        Integer ofSender = perSender.get(channel);
        if (inTotal == null) {
            return ofSender == null ? OptionalInt.empty() : OptionalInt.of(ofSender);
        }
        return OptionalInt.of(ofSender == null ? inTotal : Math.min(inTotal, ofSender));
    }
}
