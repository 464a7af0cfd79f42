package dev.parlance.survey;

import dev.parlance.Address;
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
 * List<Campaign.Recipient> recipients = List.of(
 *         new Campaign.Recipient(Address.of("+5215512345678"), Invitation.in("es-MX")));
 * Map<StartResult, Integer> counts = Campaign.of(surveys, Channel.TEXT).withRatePerSecond(10).run(recipients.iterator());
 * }</pre>
 */
public final class Campaign {
    private static final int PROGRESS_INTERVAL = 100;

    private final Surveys surveys;
    private final String channel;
    private final Duration between;
    private final Consumer<Map<StartResult, Integer>> progress;

    private Campaign(Surveys surveys, String channel, Duration between, Consumer<Map<StartResult, Integer>> progress) {
        this.surveys = surveys;
        this.channel = channel;
        this.between = between;
        this.progress = progress;
    }

    /** A person to contact. */
    public record Recipient(Address address, Invitation invitation) {}

    /** A campaign on this channel. */
    public static Campaign of(Surveys surveys, String channel) {
        return new Campaign(surveys, channel, Duration.ofMillis(100), counts -> {});
    }

    /** Returns a copy that contacts at most this many people per second. Default: 10. */
    public Campaign withRatePerSecond(double people) {
        return new Campaign(surveys, channel, Duration.ofNanos(Math.round(1e9 / people)), progress);
    }

    /** Returns a copy with a listener that gets the counts by result after every hundred people and at the end. */
    public Campaign withProgress(Consumer<Map<StartResult, Integer>> listener) {
        return new Campaign(surveys, channel, between, listener);
    }

    /**
     * Contacts each person, in the calling thread. An interrupt ends the campaign early. A number without a country code is
     * counted as {@link StartResult#UNREACHABLE}; the log has the reason.
     *
     * @return the number of people by result
     *
     * @throws OutboundException if the account isn't allowed to send or call at all
     */
    public Map<StartResult, Integer> run(Iterator<Recipient> recipients) {
        Map<StartResult, Integer> counts = new EnumMap<>(StartResult.class);
        long next = System.nanoTime();
        int count = 0;
        while (recipients.hasNext() && !Thread.currentThread().isInterrupted()) {
            Recipient recipient = recipients.next();
            LockSupport.parkNanos(next - System.nanoTime());
            StartResult result = surveys.startOnce(channel, recipient.address(), recipient.invitation());
            counts.merge(result, 1, Integer::sum);
            if (result != StartResult.ALREADY_STARTED) {
                next = Math.max(next + between.toNanos(), System.nanoTime() - between.toNanos());
            }
            if (++count % PROGRESS_INTERVAL == 0) {
                progress.accept(Map.copyOf(counts));
            }
        }
        progress.accept(Map.copyOf(counts));
        return counts;
    }
}
