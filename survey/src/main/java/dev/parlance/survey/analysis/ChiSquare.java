package dev.parlance.survey.analysis;

import dev.parlance.survey.analysis.CrossTable.Association;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Pearson's test of independence for a table of counts, and Cramér's V. */
final class ChiSquare {
    private static final double FEW = 5;
    private static final double MOST_FEW = 0.2;
    private static final int MAX_TERMS = 10_000;
    private static final double EPSILON = 1e-12;
    /** Keeps a continued fraction from dividing by 0. */
    private static final double TINY = 1e-300;

    private ChiSquare() {}

    /** Tests a table. Rows and columns without answers do not count. */
    static Association of(int[][] table) {
        int columnCount = table.length == 0 ? 0 : table[0].length;
        int[] rows = IntStream.range(0, table.length)
                .filter(row -> Arrays.stream(table[row]).sum() > 0)
                .toArray();
        int[] columns = IntStream.range(0, columnCount)
                .filter(column -> Arrays.stream(table).anyMatch(row -> row[column] > 0))
                .toArray();
        if (rows.length < 2 || columns.length < 2) {
            return new Association.NotTested(Association.Reason.ONE_ANSWER);
        }
        double[] rowSums = Arrays.stream(rows)
                .mapToDouble(row -> Arrays.stream(table[row]).sum())
                .toArray();
        double[] columnSums = Arrays.stream(columns)
                .mapToDouble(column ->
                        Arrays.stream(table).mapToInt(row -> row[column]).sum())
                .toArray();
        double all = Arrays.stream(rowSums).sum();
        double statistic = 0;
        double least = Double.MAX_VALUE;
        int few = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rowSums[i] * columnSums[j] / all;
                double difference = table[rows[i]][columns[j]] - expected;
                statistic += difference * difference / expected;
                least = Math.min(least, expected);
                few += expected < FEW ? 1 : 0;
            }
        }
        if (least < 1 || few > MOST_FEW * rows.length * columns.length) {
            return new Association.NotTested(Association.Reason.FEW_ANSWERS);
        }
        int degrees = (rows.length - 1) * (columns.length - 1);
        double strength = Math.sqrt(statistic / all / (Math.min(rows.length, columns.length) - 1));
        return new Association.Tested(statistic, degrees, upperTail(degrees / 2.0, statistic / 2), strength);
    }

    /** The regularized incomplete gamma function Q(a, x): a series below the mean, a continued fraction above it. */
    private static double upperTail(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double factor = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? Math.max(0, 1 - factor * series(a, x)) : factor * fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** Evaluated by Lentz's method. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double result = d;
        double change = 0;
        for (int n = 1; n < MAX_TERMS && Math.abs(change - 1) > EPSILON; n++) {
            double numerator = n * (a - n);
            b += 2;
            d = 1 / notZero(numerator * d + b);
            c = notZero(b + numerator / c);
            change = d * c;
            result *= change;
        }
        return result;
    }

    private static double notZero(double number) {
        return Math.abs(number) < TINY ? TINY : number;
    }

    /** The logarithm of the gamma function of a multiple of a half, by its recurrence. */
    private static double logGamma(double a) {
        double log = a % 1 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (double factor = a - 1; factor > 0; factor--) {
            log += Math.log(factor);
        }
        return log;
    }
}
