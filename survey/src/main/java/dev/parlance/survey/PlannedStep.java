package dev.parlance.survey;

import dev.parlance.Address;
import java.time.Instant;

/**
 * Something that {@link Surveys#runDue} will do for a person if they don't act before.
 *
 * @param at when it is due
 * @param kind what will be done
 * @param person whom it concerns
 */
public record PlannedStep(Instant at, Kind kind, Address person) {
    /** What will be done. */
    public enum Kind {
        /** The person is reminded. */
        REMINDER,
        /** The survey expires. */
        EXPIRY,
        /** The next wave of the survey begins. */
        WAVE,
        /** The survey goes on without an answer, since the time for it is over or a waiting time ends. */
        CONTINUATION,
        /** Something is tried again: an event, a request, a reply, a contact. */
        RETRY
    }
}
