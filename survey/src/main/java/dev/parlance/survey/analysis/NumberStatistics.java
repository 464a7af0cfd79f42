package dev.parlance.survey.analysis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Statistics of numbers.
 *
 * @param count how many numbers
 * @param mean their mean, to two decimals
 * @param interval the mean with Student's interval; empty for fewer than two numbers
 * @param standardDeviation of a sample, to two decimals; empty for fewer than two numbers
 * @param quartiles a quarter, a half and three quarters of the numbers are at most these, to two decimals
 */
public record NumberStatistics(
        int count,
        BigDecimal mean,
        Optional<Estimate> interval,
        Optional<BigDecimal> standardDeviation,
        Quartiles quartiles) {
    /** The quartiles; between two numbers, they are interpolated. */
    public record Quartiles(BigDecimal first, BigDecimal median, BigDecimal third) {}
}
