package dev.parlance.survey.analysis;

import java.util.ArrayList;
import java.util.List;

/** Puts numbers into classes of equal, round width. */
final class Histogram {
    private static final int MOST_BINS = 20;
    private static final double[] ROUND = {1, 2, 5, 10};

    private Histogram() {}

    static List<AnswerFigures.Bin> of(Numbers numbers) {
        if (numbers.count() == 0) {
            return List.of();
        }
        double least = numbers.least();
        double greatest = numbers.greatest();
        if (least == greatest) {
            return List.of(new AnswerFigures.Bin(least, greatest, numbers.count()));
        }
        double width = width(greatest - least);
        long first = (long) Math.floor(least / width);
        long last = Math.max(first, (long) Math.ceil(greatest / width) - 1);
        List<AnswerFigures.Bin> bins = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            double from = i * width;
            double to = (i + 1) * width;
            bins.add(new AnswerFigures.Bin(from, to, numbers.between(from, to, i == last)));
        }
        return bins;
    }

    /** The least of 1, 2, 5, 10, 20 … that makes few enough classes. */
    private static double width(double span) {
        double power = Math.pow(10, Math.floor(Math.log10(span / (MOST_BINS - 1))));
        for (double round : ROUND) {
            if (round * power * (MOST_BINS - 1) >= span) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
