package dev.parlance.survey.machine;

import java.util.EnumMap;
import java.util.Map;

/** A person's outcome in a survey so far. A single table defines the transitions. */
public enum Disposition {
    /** Perhaps invited, but has not responded. */
    NOT_STARTED,
    /** Has responded. */
    STARTED,
    /** Has answered enough to count, but not everything. */
    PARTIAL,
    /** Has reached the end. */
    COMPLETED,
    /** Is not eligible, or the quota was full. */
    SCREENED_OUT,
    /** Declined to take part. */
    REFUSED,
    /** Has opted out. */
    OPTED_OUT,
    /** Gave no valid answer to a question that decides eligibility. */
    UNKNOWN_ELIGIBILITY,
    /** Stopped answering before there were enough answers to count. */
    BROKE_OFF,
    /** Never responded and is no longer contacted. */
    UNREACHABLE;

    /** What can change a disposition. */
    public enum Transition {
        /** The person responded: texted or answered a call. */
        HEARD,
        /** The person has answered enough to count. */
        ANSWERED_ENOUGH,
        /** The survey ended. */
        ENDED,
        /** The survey ended without a single answer. */
        ENDED_WITHOUT_ANSWERS,
        /** No one reacted on a call. */
        NOBODY_THERE,
        /** A question that decides eligibility got no valid answer. */
        GATE_UNANSWERED,
        /** The person is not eligible. */
        SCREENED,
        /** The person declined to take part. */
        DECLINED,
        /** The person sent STOP. */
        STOPPED,
        /** The person sent START after STOP. */
        RETURNED,
        /** There was no answer for too long, or too many invalid ones. */
        GIVEN_UP,
        /** The person was invited again after the session had expired. */
        INVITED_AGAIN
    }

    private static final Map<Disposition, Map<Transition, Disposition>> TABLE = table();

    /** The disposition after this happening; unchanged if the table has no transition for it. */
    public Disposition after(Transition happening) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(happening, this);
    }

    private static Map<Disposition, Map<Transition, Disposition>> table() {
        Map<Disposition, Map<Transition, Disposition>> table = new EnumMap<>(Disposition.class);
        table.put(
                NOT_STARTED,
                Map.of(
                        Transition.HEARD, STARTED,
                        Transition.STOPPED, OPTED_OUT,
                        Transition.GIVEN_UP, UNREACHABLE));
        table.put(
                STARTED,
                Map.of(
                        Transition.ANSWERED_ENOUGH, PARTIAL,
                        Transition.ENDED, COMPLETED,
                        Transition.ENDED_WITHOUT_ANSWERS, PARTIAL,
                        Transition.NOBODY_THERE, NOT_STARTED,
                        Transition.GATE_UNANSWERED, UNKNOWN_ELIGIBILITY,
                        Transition.SCREENED, SCREENED_OUT,
                        Transition.DECLINED, REFUSED,
                        Transition.STOPPED, OPTED_OUT,
                        Transition.GIVEN_UP, BROKE_OFF));
        table.put(
                PARTIAL,
                Map.of(
                        Transition.ENDED, COMPLETED,
                        Transition.GATE_UNANSWERED, UNKNOWN_ELIGIBILITY,
                        Transition.SCREENED, SCREENED_OUT,
                        Transition.DECLINED, REFUSED,
                        Transition.STOPPED, OPTED_OUT));
        table.put(BROKE_OFF, Map.of(Transition.INVITED_AGAIN, STARTED));
        table.put(
                UNREACHABLE,
                Map.of(
                        Transition.HEARD, STARTED,
                        Transition.STOPPED, OPTED_OUT,
                        Transition.INVITED_AGAIN, NOT_STARTED));
        table.put(OPTED_OUT, Map.of(Transition.RETURNED, STARTED));
        return table;
    }
}
