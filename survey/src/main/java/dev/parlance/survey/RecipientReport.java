package dev.parlance.survey;

import dev.parlance.Problem;
import java.util.List;

/**
 * What became of people who were added to a campaign.
 *
 * @param added the number of people who are in the campaign
 * @param rejected the number of people, or lines of a file, who are not
 * @param problems what is wrong, by line, up to the first 1,000 problems. They contain no numbers or names, so they are safe to
 *     log
 */
public record RecipientReport(long added, long rejected, List<Problem> problems) {
    static final int MAX_PROBLEMS = 1_000;

    /** Copies the problems. */
    public RecipientReport {
        problems = List.copyOf(problems);
    }
}
