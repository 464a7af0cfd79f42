package dev.parlance.survey.machine;

import java.util.List;
import java.util.Optional;

/**
 * What became of a session in one turn.
 *
 * @param session the session after it
 * @param reply what is said
 * @param events what happened; they are in the session's outbox, too
 * @param optOut whether the person asked not to be contacted any more, or to be contacted again
 * @param wants the quota of which the machine has to know whether there is a place; the turn is to be done again with that
 */
public record Turn(
        Session session, Reply reply, List<SurveyEvent> events, Optional<Boolean> optOut, Optional<String> wants) {
    /** Keeps the list as it is now. */
    public Turn {
        events = List.copyOf(events);
    }
}
