package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the survey says and asks in a turn, and what comes next. The channel decides how it looks or sounds.
 *
 * @param said the sentences before the question
 * @param ask the question
 * @param next what comes after
 */
public record Reply(List<Utterance> said, Optional<Ask> ask, Next next) {
    /** Says nothing and ends. */
    public static final Reply NOTHING = new Reply(List.of(), Optional.empty(), new Next.End());

    /** Says nothing yet. */
    static final Reply EMPTY = new Reply(List.of(), Optional.empty(), new Next.Wait());

    /** Copies the list. */
    public Reply {
        said = List.copyOf(said);
    }

    Reply saying(Utterance more) {
        List<Utterance> all = new ArrayList<>(said);
        all.add(more);
        return new Reply(all, ask, next);
    }

    /** Adds a silence after the last sentence. */
    Reply pausing(int seconds) {
        if (said.isEmpty() || seconds <= 0) {
            return this;
        }
        List<Utterance> all = new ArrayList<>(said);
        all.add(all.remove(all.size() - 1).pausing(seconds));
        return new Reply(all, ask, next);
    }

    /** Sets the question, replacing any other. */
    Reply asking(Ask newAsk) {
        return new Reply(said, Optional.of(newAsk), next);
    }

    /** Ends the session after this reply. */
    Reply ending() {
        return new Reply(said, Optional.empty(), new Next.End());
    }

    Reply handingOver(Agent agent) {
        return new Reply(said, Optional.empty(), new Next.HandOver(agent));
    }
}
