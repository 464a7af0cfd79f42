package dev.parlance.survey.machine;

import java.util.List;

/** What became of a session in one turn. */
public sealed interface Turn {
    /**
     * The turn is made.
     *
     * @throws IllegalStateException if the machine has to know of a quota first
     */
    default Done done() {
        if (this instanceof NeedsQuota needs) {
            throw new IllegalStateException("Say whether the quota \"" + needs.quota()
                    + "\" has a place, with Facts.place, and make the turn again");
        }
        return (Done) this;
    }

    /**
     * The turn is made.
     *
     * @param session the session after it
     * @param reply what is said
     * @param events what happened; they are in the session's outbox, too
     * @param consent what the person has said about being contacted
     */
    record Done(Session session, Reply reply, List<SurveyEvent> events, Consent consent) implements Turn {
        /** Keeps the list as it is now. */
        public Done {
            events = List.copyOf(events);
        }

        /** A turn in which nothing happened but that this is said. */
        public static Done saying(Session session, Reply reply) {
            return new Done(session, reply, List.of(), Consent.UNCHANGED);
        }
    }

    /**
     * The machine has to know whether this quota has a place for the person; then the turn is made again.
     *
     * @param quota the quota's name
     */
    record NeedsQuota(String quota) implements Turn {}
}
