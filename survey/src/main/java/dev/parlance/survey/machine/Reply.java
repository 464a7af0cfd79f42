package dev.parlance.survey.machine;

import java.util.List;
import java.util.Optional;

/**
 * What the survey says in a turn, what it asks, and what comes next. How that looks or sounds is up to the channel.
 *
 * @param said what is said first
 * @param ask what is asked
 * @param next what comes after
 */
public record Reply(List<Utterance> said, Optional<Ask> ask, Next next) {
    /** Nothing. */
    public static final Reply NOTHING = new Reply(List.of(), Optional.empty(), new Next.End());

    /** Keeps the list as it is now. */
    public Reply {
        said = List.copyOf(said);
    }
}
