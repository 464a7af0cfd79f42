package dev.parlance.survey.analysis;

import java.time.ZonedDateTime;

/**
 * What happened in an hour, a day, a week or a month.
 *
 * @param begin its begin
 * @param invited how many people were first contacted, or came by themselves
 * @param started how many responded for the first time
 * @param completed how many completed the survey
 */
public record PeriodFigures(ZonedDateTime begin, int invited, int started, int completed) {
    /** The length of a period. */
    public enum Unit {
        /** An hour. */
        HOUR,
        /** A day. */
        DAY,
        /** A week, from Monday. */
        WEEK,
        /** A month. */
        MONTH
    }
}
