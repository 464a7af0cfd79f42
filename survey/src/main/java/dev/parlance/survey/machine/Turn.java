package dev.parlance.survey.machine;

import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import java.util.List;

/** The result of a turn. */
public sealed interface Turn {
    /**
     * The finished turn.
     *
     * @throws IllegalStateException if the machine needs to know about a quota, or the result of a request, first
     */
    default Done done() {
        if (this instanceof NeedsRequest needs) {
            throw new IllegalStateException("The machine needs the result of the request \""
                    + needs.request().question()
                    + "\": record it with SurveyMachine.withResult and repeat the turn");
        }
        if (this instanceof NeedsQuota needs) {
            throw new IllegalStateException("The machine needs to know whether the quota \"" + needs.quota()
                    + "\" has a place: set it with TurnInputs.withPlace and repeat the turn");
        }
        return (Done) this;
    }

    /**
     * A finished turn.
     *
     * @param session the session after the turn
     * @param reply the reply
     * @param events the events, which are also in the session's outbox
     * @param consent the change of consent
     */
    record Done(Session session, Reply reply, List<SurveyEvent> events, Consent consent) implements Turn {
        /** Copies the list. */
        public Done {
            events = List.copyOf(events);
        }

        /** A turn that only says something. */
        public static Done saying(Session session, Reply reply) {
            return new Done(session, reply, List.of(), Consent.UNCHANGED);
        }
    }

    /**
     * The machine needs to know whether this quota has a place for the person. Set it with {@link TurnInputs#withPlace} and repeat the turn.
     *
     * @param quota the quota's name
     */
    record NeedsQuota(String quota) implements Turn {}

    /**
     * The machine needs the result of this request. Record it with {@link SurveyMachine#withResult} and repeat the turn.
     *
     * @param request the request
     */
    record NeedsRequest(PreparedRequest request) implements Turn {}

    /** The change of a person's consent in a turn. */
    enum Consent {
        /** No change. */
        UNCHANGED,
        /** The person opted out. */
        WITHDRAWN,
        /** The person opted in again. */
        GIVEN
    }
}
