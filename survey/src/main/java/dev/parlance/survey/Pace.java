package dev.parlance.survey;

import java.time.Duration;
import java.util.Optional;

/**
 * How many people campaigns contact per second through one sender on one channel. All nodes and all campaigns of a store that use
 * the sender on this channel share it: together they don't exceed it, apart from one second's worth after a break. Texts and calls
 * of one number have separate paces.
 *
 * @param perSecond the number of people, more than 0 and at most 1,000; 0.5 is one person every two seconds
 * @param sender the name of the sender. Default: the channel, for one number or messaging service per channel
 */
public record Pace(double perSecond, Optional<String> sender) {
    private static final Pace TEXTS = perSecond(10);
    private static final Pace CALLS = perSecond(1);

    private static final double MAX_PER_SECOND = 1_000;
    private static final int MAX_LENGTH = 200;

    /** Checks both parts. */
    public Pace {
        if (!(perSecond > 0) || perSecond > MAX_PER_SECOND) {
            throw new IllegalArgumentException("A pace must be more than 0 and at most 1,000 people per second");
        }
        if (sender.filter(name -> name.isBlank() || name.length() > MAX_LENGTH).isPresent()) {
            throw new IllegalArgumentException("The name of a sender must have 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** A pace for the channel's only sender. */
    public static Pace perSecond(double people) {
        return new Pace(people, Optional.empty());
    }

    /** The pace of a campaign without its own. A new account can place one call a second. */
    static Pace usual(String channel) {
        return channel.equals(Channel.VOICE) ? CALLS : TEXTS;
    }

    /** Returns a copy for one of several senders: campaigns of a channel with the same name share their pace. */
    public Pace withSender(String name) {
        return new Pace(perSecond, Optional.of(name));
    }

    Duration interval() {
        return Duration.ofNanos(Math.round(1e9 / perSecond));
    }

    /** One second's worth of people. */
    int batch() {
        return Math.max(1, (int) perSecond);
    }
}
