package dev.parlance.survey.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Different numbers in order, each with how often it was given. Immutable. */
final class Numbers {
    private static final int DECIMALS = 2;

    private final double[] values;
    private final int[] counts;
    private final int count;

    /** A number that was given some times. */
    record Given(double value, int times) {}

    private Numbers(double[] values, int[] counts) {
        this.values = values;
        this.counts = counts;
        this.count = Arrays.stream(counts).sum();
    }

    static Numbers of(List<Given> given) {
        List<Given> sorted = given.stream()
                .filter(each -> each.times() > 0)
                .sorted(Comparator.comparingDouble(Given::value))
                .toList();
        return new Numbers(
                sorted.stream().mapToDouble(Given::value).toArray(),
                sorted.stream().mapToInt(Given::times).toArray());
    }

    int count() {
        return count;
    }

    double least() {
        return values[0];
    }

    double greatest() {
        return values[values.length - 1];
    }

    /** How many are from one number on, and below another; {@code isClosed} includes the other. */
    int between(double from, double to, boolean isClosed) {
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= from && (values[i] < to || (isClosed && values[i] == to))) {
                found += counts[i];
            }
        }
        return found;
    }

    /** A quantile, interpolated between two numbers. */
    double quantile(double share) {
        double place = share * (count - 1);
        int below = (int) place;
        double rest = place - below;
        double low = at(below);
        return rest == 0 ? low : low + rest * (at(below + 1) - low);
    }

    private double at(int place) {
        int i = 0;
        for (int seen = counts[0]; seen <= place; seen += counts[i]) {
            i++;
        }
        return values[i];
    }

    /** The statistics; empty if there is no number. */
    Optional<NumberStatistics> statistics() {
        if (count == 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * counts[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean) * counts[i];
        }
        double variance = count < 2 ? 0 : squares / (count - 1);
        boolean isSample = count > 1;
        return Optional.of(new NumberStatistics(
                count,
                rounded(mean),
                isSample ? Optional.of(Estimate.mean(count, mean, variance)) : Optional.empty(),
                isSample ? Optional.of(rounded(Math.sqrt(variance))) : Optional.empty(),
                new NumberStatistics.Quartiles(
                        rounded(quantile(0.25)), rounded(quantile(0.5)), rounded(quantile(0.75)))));
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
