package dev.parlance.survey.machine;

import java.util.ArrayList;
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

    /** Nothing so far. */
    static final Reply EMPTY = new Reply(List.of(), Optional.empty(), new Next.Wait());

    /** Keeps the list as it is now. */
    public Reply {
        said = List.copyOf(said);
    }

    Reply saying(Utterance more) {
        List<Utterance> all = new ArrayList<>(said);
        all.add(more);
        return new Reply(all, ask, next);
    }

    /** The same, with a silence after what is said so far. */
    Reply pausing(int seconds) {
        if (said.isEmpty() || seconds <= 0) {
            return this;
        }
        List<Utterance> all = new ArrayList<>(said);
        all.add(all.remove(all.size() - 1).pausing(seconds));
        return new Reply(all, ask, next);
    }

    /** The same, asking this, and nothing that was to be asked before. */
    Reply asking(Ask newAsk) {
        return new Reply(said, Optional.of(newAsk), next);
    }

    /** The same, and nothing comes after it. */
    Reply ending() {
        return new Reply(said, Optional.empty(), new Next.End());
    }

    Reply handingOver(String to) {
        return new Reply(said, Optional.empty(), new Next.HandOver(to));
    }
}
