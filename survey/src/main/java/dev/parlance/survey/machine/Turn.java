package dev.parlance.survey.machine;

import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The result of a turn. */
public sealed interface Turn {
    /**
     * The finished turn.
     *
     * @throws IllegalStateException if the machine needs a fact or the result of a request first
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
        if (this instanceof NeedsContact) {
            throw new IllegalStateException("The machine needs to know the person's contact: set it with"
                    + " TurnInputs.withContact and repeat the turn");
        }
        if (this instanceof NeedsAnswers needs) {
            throw new IllegalStateException("The machine needs to know the person's answers in the survey \""
                    + needs.survey() + "\": set them with TurnInputs.withAnswersIn and repeat the turn");
        }
        if (this instanceof NeedsArm needs) {
            throw new IllegalStateException("The machine needs to know the person's arm of \"" + needs.question()
                    + "\": set it with TurnInputs.withArm and repeat the turn");
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
     * The machine needs to know the arm that keeps an experiment balanced. Set it with {@link TurnInputs#withArm} and repeat the
     * turn.
     *
     * @param question the name of the question that assigns arms
     * @param quotas the quotas in which the person has a place; the arms are balanced among people with the same ones
     * @param drawn the arm that was drawn for this person, to use where balance leaves a choice
     */
    record NeedsArm(String question, SortedSet<String> quotas, String drawn) implements Turn {
        /** Copies the set. */
        public NeedsArm {
            quotas = Collections.unmodifiableSortedSet(new TreeSet<>(quotas));
        }
    }

    /**
     * The machine needs the result of this request. Record it with {@link SurveyMachine#withResult} and repeat the turn.
     *
     * @param request the request
     */
    record NeedsRequest(PreparedRequest request) implements Turn {}

    /** The machine needs to know the person's contact. Set it with {@link TurnInputs#withContact} and repeat the turn. */
    record NeedsContact() implements Turn {}

    /**
     * The machine needs to know the person's answers in another survey. Set them with {@link TurnInputs#withAnswersIn} and repeat the
     * turn.
     *
     * @param survey the survey's name
     */
    record NeedsAnswers(String survey) implements Turn {}

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
