package dev.parlance.survey.machine;

import java.util.EnumMap;
import java.util.Map;

/** How far a person has come with a survey. What leads from one to another stands in one table, and nowhere else. */
public enum Disposition {
    /** Invited at most; has done nothing. */
    NOT_STARTED,
    /** Has been in contact. */
    STARTED,
    /** Has answered enough to count, and not all. */
    PARTIAL,
    /** Has come to the end. */
    COMPLETED,
    /** Is not among those who are to be asked, or came when there were enough. */
    SCREENED_OUT,
    /** Did not want to take part. */
    REFUSED,
    /** Does not want to hear from us. */
    OPTED_OUT,
    /** Was asked what decides who may take part, and gave no answer that could be understood. */
    UNKNOWN_ELIGIBILITY,
    /** Stopped answering before there was enough. */
    BROKE_OFF,
    /** Was never in contact, and is tried no more. */
    UNREACHABLE;

    /** What can happen to a person's part in a survey. */
    public enum Happening {
        /** The person is there: texts, or answers a call. */
        HEARD,
        /** As much is answered as is worth counting. */
        ANSWERED_ENOUGH,
        /** The last question is behind. */
        ENDED,
        /** The last question is behind, and not one was answered. */
        ENDED_WITHOUT_ANSWERS,
        /** Nobody reacted on a call. */
        NOBODY_THERE,
        /** A question that decides who may take part got no answer that could be understood. */
        GATE_UNANSWERED,
        /** The person is not among those who are to be asked. */
        SCREENED,
        /** The person does not want to take part. */
        DECLINED,
        /** STOP. */
        STOPPED,
        /** START, after STOP. */
        RETURNED,
        /** No answer for too long, or none that could be understood for too often. */
        GIVEN_UP,
        /** The person is invited once more, after nobody waited for an answer any longer. */
        INVITED_AGAIN
    }

    private static final Map<Disposition, Map<Happening, Disposition>> TABLE = table();

    /** What it is after something happened: this same one, where the table has nothing for it. */
    public Disposition after(Happening happening) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(happening, this);
    }

    private static Map<Disposition, Map<Happening, Disposition>> table() {
        Map<Disposition, Map<Happening, Disposition>> table = new EnumMap<>(Disposition.class);
        table.put(
                NOT_STARTED,
                Map.of(
                        Happening.HEARD, STARTED,
                        Happening.STOPPED, OPTED_OUT,
                        Happening.GIVEN_UP, UNREACHABLE));
        table.put(
                STARTED,
                Map.of(
                        Happening.ANSWERED_ENOUGH, PARTIAL,
                        Happening.ENDED, COMPLETED,
                        Happening.ENDED_WITHOUT_ANSWERS, PARTIAL,
                        Happening.NOBODY_THERE, NOT_STARTED,
                        Happening.GATE_UNANSWERED, UNKNOWN_ELIGIBILITY,
                        Happening.SCREENED, SCREENED_OUT,
                        Happening.DECLINED, REFUSED,
                        Happening.STOPPED, OPTED_OUT,
                        Happening.GIVEN_UP, BROKE_OFF));
        table.put(
                PARTIAL,
                Map.of(
                        Happening.ENDED, COMPLETED,
                        Happening.GATE_UNANSWERED, UNKNOWN_ELIGIBILITY,
                        Happening.SCREENED, SCREENED_OUT,
                        Happening.DECLINED, REFUSED,
                        Happening.STOPPED, OPTED_OUT));
        table.put(BROKE_OFF, Map.of(Happening.INVITED_AGAIN, STARTED));
        table.put(
                UNREACHABLE,
                Map.of(
                        Happening.HEARD, STARTED,
                        Happening.STOPPED, OPTED_OUT,
                        Happening.INVITED_AGAIN, NOT_STARTED));
        table.put(OPTED_OUT, Map.of(Happening.RETURNED, STARTED));
        return table;
    }
}
