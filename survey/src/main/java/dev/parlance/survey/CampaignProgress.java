package dev.parlance.survey;

import dev.parlance.survey.StartResult.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a campaign got: the same on every node.
 *
 * @param waiting the people who have not been tried yet
 * @param counts the people by result of the last attempt; people without a result are not in it
 * @param end when the campaign ends at the earliest, if it is running
 * @param limitedUntil when it goes on, if it is running and today's limits are reached (see {@link DailyLimits})
 */
public record CampaignProgress(
        long waiting, Map<Outcome, Long> counts, Optional<Instant> end, Optional<Instant> limitedUntil) {
    /** Copies the counts. */
    public CampaignProgress {
        counts = Map.copyOf(counts);
    }

    /** The people with this result. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** All people of the campaign. */
    public long total() {
        return waiting + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The people with a final result. */
    public long done() {
        return total() - remaining();
    }

    /** The people who are still to be contacted: those who wait, and those who are put off until later. */
    public long remaining() {
        return waiting + count(Outcome.DEFERRED) + count(Outcome.CONTACT_LIMIT) + count(Outcome.IN_ANOTHER_SURVEY);
    }
}
