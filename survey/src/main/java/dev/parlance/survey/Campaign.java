package dev.parlance.survey;

import dev.parlance.outbound.OutboundException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Contacts many people at a limited rate. It skips people who have already been contacted, so you can simply rerun an
 * interrupted campaign.
 *
 * <pre>{@code
 * Campaign.of(surveys, Channel.TEXT).perSecond(10).progress(done -> log.info("{}", done)).run(people.iterator());
 * }</pre>
 */
public final class Campaign {
    private static final int PROGRESS_INTERVAL = 100;

    private final Surveys surveys;
    private final String channel;
    private Duration between = Duration.ofMillis(100);
    private Consumer<Map<StartResult, Integer>> progress = done -> {};

    private Campaign(Surveys surveys, String channel) {
        this.surveys = surveys;
        this.channel = channel;
    }

    /** A person to contact. */
    public record Recipient(String address, Invitation invitation) {}

    /** A campaign on this channel. */
    public static Campaign of(Surveys surveys, String channel) {
        return new Campaign(surveys, channel);
    }

    /** Maximum people contacted per second. Default: 10. */
    public Campaign withRatePerSecond(double people) {
        this.between = Duration.ofNanos(Math.round(1e9 / people));
        return this;
    }

    /** Sets a listener that gets the counts by result after every hundred people and at the end. */
    public Campaign withProgress(Consumer<Map<StartResult, Integer>> listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Contacts each person, in the calling thread. An interrupt ends the campaign early.
     *
     * @throws OutboundException if the account isn't allowed to send or call at all
     */
    public Map<StartResult, Integer> run(Iterator<Recipient> recipients) {
        Map<StartResult, Integer> done = new EnumMap<>(StartResult.class);
        long next = System.nanoTime();
        int count = 0;
        while (recipients.hasNext() && !Thread.currentThread().isInterrupted()) {
            Recipient recipient = recipients.next();
            LockSupport.parkNanos(next - System.nanoTime());
            StartResult begun = surveys.beginOnce(channel, recipient.address(), recipient.invitation());
            done.merge(begun, 1, Integer::sum);
            if (begun != StartResult.ALREADY_STARTED) {
                next = Math.max(next + between.toNanos(), System.nanoTime() - between.toNanos());
            }
            if (++count % PROGRESS_INTERVAL == 0) {
                progress.accept(Map.copyOf(done));
            }
        }
        progress.accept(Map.copyOf(done));
        return done;
    }
}
