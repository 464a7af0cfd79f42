package dev.parlance.survey.state;

import dev.parlance.survey.session.Disposition;
import java.util.EnumMap;
import java.util.Map;

/** What can change a disposition. A single table defines the changes. */
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
    INVITED_AGAIN;

    private static final Map<Disposition, Map<Transition, Disposition>> TABLE = table();

    /** The disposition after this; the same one if the table has no entry. */
    public Disposition from(Disposition before) {
        return TABLE.getOrDefault(before, Map.of()).getOrDefault(this, before);
    }

    private static Map<Disposition, Map<Transition, Disposition>> table() {
        Map<Disposition, Map<Transition, Disposition>> table = new EnumMap<>(Disposition.class);
        table.put(
                Disposition.NOT_STARTED,
                Map.of(
                        HEARD, Disposition.STARTED,
                        STOPPED, Disposition.OPTED_OUT,
                        GIVEN_UP, Disposition.UNREACHABLE));
        table.put(
                Disposition.STARTED,
                Map.of(
                        ANSWERED_ENOUGH, Disposition.PARTIAL,
                        ENDED, Disposition.COMPLETED,
                        ENDED_WITHOUT_ANSWERS, Disposition.PARTIAL,
                        NOBODY_THERE, Disposition.NOT_STARTED,
                        GATE_UNANSWERED, Disposition.UNKNOWN_ELIGIBILITY,
                        SCREENED, Disposition.SCREENED_OUT,
                        DECLINED, Disposition.REFUSED,
                        STOPPED, Disposition.OPTED_OUT,
                        GIVEN_UP, Disposition.BROKE_OFF));
        table.put(
                Disposition.PARTIAL,
                Map.of(
                        ENDED, Disposition.COMPLETED,
                        GATE_UNANSWERED, Disposition.UNKNOWN_ELIGIBILITY,
                        SCREENED, Disposition.SCREENED_OUT,
                        DECLINED, Disposition.REFUSED,
                        STOPPED, Disposition.OPTED_OUT));
        table.put(Disposition.BROKE_OFF, Map.of(INVITED_AGAIN, Disposition.STARTED));
        table.put(
                Disposition.UNREACHABLE,
                Map.of(
                        HEARD, Disposition.STARTED,
                        STOPPED, Disposition.OPTED_OUT,
                        INVITED_AGAIN, Disposition.NOT_STARTED));
        table.put(Disposition.OPTED_OUT, Map.of(RETURNED, Disposition.STARTED));
        return table;
    }
}
