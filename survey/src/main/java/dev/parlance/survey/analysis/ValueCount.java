package dev.parlance.survey.analysis;

import java.util.Optional;

/**
 * How often an answer was given.
 *
 * @param value the answer, the same in every language, such as {@code 5}, {@code yes} or the value of an option
 * @param count how often
 * @param share its share of the answers in percent, without refusals; empty without answers. If several options can be chosen,
 *     the shares add up to more than 100
 */
public record ValueCount(String value, int count, Optional<Estimate> share) {
    static ValueCount of(String value, int count, int answers) {
        return new ValueCount(
                value, count, answers == 0 ? Optional.empty() : Optional.of(Estimate.share(count, answers)));
    }
}
