package dev.parlance.survey;

import dev.parlance.outbound.OutboundException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Begins with many people, no faster than is wanted. Who was begun with before is passed over, so that a campaign that was
 * broken off is simply run again.
 *
 * <pre>{@code
 * Campaign.of(surveys, Channel.TEXT).perSecond(10).progress(done -> log.info("{}", done)).run(people.iterator());
 * }</pre>
 */
public final class Campaign {
    private static final int EACH = 100;

    private final Surveys surveys;
    private final String channel;
    private Duration between = Duration.ofMillis(100);
    private Consumer<Map<Begun, Integer>> progress = done -> {};

    private Campaign(Surveys surveys, String channel) {
        this.surveys = surveys;
        this.channel = channel;
    }

    /** Who is begun with. */
    public record Recipient(String address, Invitation invitation) {}

    /** A campaign by text or by call. */
    public static Campaign of(Surveys surveys, String channel) {
        return new Campaign(surveys, channel);
    }

    /** How many people are begun with in a second; ten if it is not told. */
    public Campaign perSecond(double people) {
        this.between = Duration.ofNanos(Math.round(1e9 / people));
        return this;
    }

    /** Who is told after each hundred people, and at the end, what became of how many. */
    public Campaign progress(Consumer<Map<Begun, Integer>> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Begins with each, in the calling thread; an interrupt ends it early.
     *
     * @throws OutboundException if the account may not send or call at all
     */
    public Map<Begun, Integer> run(Iterator<Recipient> recipients) {
        Map<Begun, Integer> done = new EnumMap<>(Begun.class);
        long next = System.nanoTime();
        int count = 0;
        while (recipients.hasNext() && !Thread.currentThread().isInterrupted()) {
            Recipient recipient = recipients.next();
            LockSupport.parkNanos(next - System.nanoTime());
            Begun begun = surveys.beginOnce(channel, recipient.address(), recipient.invitation());
            done.merge(begun, 1, Integer::sum);
            if (begun != Begun.ALREADY) {
                next = Math.max(next + between.toNanos(), System.nanoTime() - between.toNanos());
            }
            if (++count % EACH == 0) {
                progress.accept(Map.copyOf(done));
            }
        }
        progress.accept(Map.copyOf(done));
        return done;
    }
}
