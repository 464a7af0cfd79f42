package dev.parlance.survey.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many people a question was asked, and how many answered. In a repeated group, each round in which it was asked counts.
 *
 * @param asked how often it was asked
 * @param answered how many answers there are, without refusals such as "don't know"
 * @param unanswered how many people have no answer, by reason
 */
public record ResponseCounts(int asked, int answered, Map<NoAnswer, Integer> unanswered) {
    /** Copies the map. */
    public ResponseCounts {
        Map<NoAnswer, Integer> copy = new EnumMap<>(NoAnswer.class);
        copy.putAll(unanswered);
        unanswered = Collections.unmodifiableMap(copy);
    }

    /** How many people have no answer for this reason. */
    public int count(NoAnswer reason) {
        return unanswered.getOrDefault(reason, 0);
    }
}
