package dev.parlance.survey.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param value the figure in the answers that were given
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
public record Estimate(BigDecimal value, BigDecimal low, BigDecimal high) {
    private static final double Z = 1.959964;
    /** The 97.5 % points of Student's t distribution for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
        2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
        2.0452, 2.0423
    };

    /**
     * A share in percent, with the interval of Wilson's score.
     *
     * @param of the whole, at least 1
     */
    public static Estimate share(int count, int of) {
        double share = (double) count / of;
        double z2 = Z * Z / of;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4 * of)) / (1 + z2);
        return new Estimate(
                rounded(100 * share, 1),
                rounded(Math.max(0, 100 * (middle - half)), 1),
                rounded(Math.min(100, 100 * (middle + half)), 1));
    }

    /** A mean, with the interval of Student's t distribution; empty for fewer than two numbers. */
    public static Optional<Estimate> mean(int count, BigDecimal sum, BigDecimal squares) {
        if (count < 2) {
            return Optional.empty();
        }
        BigDecimal of = BigDecimal.valueOf(count);
        double mean = sum.doubleValue() / count;
        BigDecimal spread = squares.multiply(of).subtract(sum.multiply(sum));
        return Optional.of(mean(count, mean, spread.doubleValue() / count / (count - 1)));
    }

    /** A mean of at least two numbers. */
    static Estimate mean(int count, double mean, double variance) {
        double half = quantile(count - 1) * Math.sqrt(variance / count);
        return new Estimate(rounded(mean, 2), rounded(mean - half, 2), rounded(mean + half, 2));
    }

    /**
     * A net promoter score, with the adjusted Wald interval: the normal one after three answers more, half of them passives. The plain
     * one has no width if all answers are alike. Of a single answer, everything is possible.
     */
    static Estimate netPromoterScore(int promoters, int passives, int detractors) {
        int count = promoters + passives + detractors;
        double score = (double) (promoters - detractors) / count;
        double more = count + 3;
        double adjusted = (promoters - detractors) / more;
        double variance = (promoters + detractors + 1.5) / more - adjusted * adjusted;
        double half = count == 1 ? 2 : Z * Math.sqrt(variance / more);
        return new Estimate(
                rounded(100 * score, 1),
                rounded(Math.max(-100, 100 * Math.min(score, adjusted - half)), 1),
                rounded(Math.min(100, 100 * Math.max(score, adjusted + half)), 1));
    }

    /** Beyond the table, the first terms of the Cornish–Fisher expansion are exact to four decimals. */
    private static double quantile(int degrees) {
        if (degrees <= T.length) {
            return T[degrees - 1];
        }
        double z3 = Math.pow(Z, 3);
        double z5 = Math.pow(Z, 5);
        double z7 = Math.pow(Z, 7);
        return Z
                + (z3 + Z) / (4 * degrees)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * Math.pow(degrees, 2))
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * Math.pow(degrees, 3));
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
