package dev.parlance.survey.analysis;

import java.util.List;

/**
 * Text answers, the newest first.
 *
 * @param total how many answers match
 * @param searched how many answers were searched, the newest ones; equal to all of them unless there are too many
 * @param page the answers from the offset on
 */
public record TextAnswers(int total, int searched, List<GivenReply> page) {
    /** Copies the list. */
    public TextAnswers {
        page = List.copyOf(page);
    }
}
