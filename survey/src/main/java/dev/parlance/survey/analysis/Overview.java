package dev.parlance.survey.analysis;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to the first questions about a survey.
 *
 * @param people how far people got
 * @param responseRate the share of the invited who started, in percent; empty if nobody was invited
 * @param completionRate the share of those who started who completed the survey, in percent; empty if nobody started
 * @param time how long people took who completed the survey; empty if nobody did
 * @param nps the net promoter score of each question for one that has answers, by its id
 */
public record Overview(
        People people,
        Optional<Estimate> responseRate,
        Optional<Estimate> completionRate,
        Optional<TimeToComplete> time,
        Map<String, NetPromoterScore> nps) {
    /** Copies the map, and keeps its order. */
    public Overview {
        nps = Collections.unmodifiableMap(new LinkedHashMap<>(nps));
    }

    /**
     * The time from the first response to the end of completed sessions, in whole seconds.
     *
     * @param count how many sessions
     * @param first the first quartile
     * @param median the median
     * @param third the third quartile
     */
    public record TimeToComplete(int count, Duration first, Duration median, Duration third) {}
}
