package dev.parlance.survey.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the answers to a question were, by the form of the answers. Only answers from a fixed set are counted one by one; others
 * could identify people, so they are counted in classes, such as months, or not at all.
 */
public sealed interface AnswerFigures {
    /** Answers from a fixed set: options, yes and no, a scale. */
    record Choices(
            List<ValueCount> values,
            boolean isMultiple,
            Map<String, Integer> refusals,
            Optional<NumberStatistics> numbers,
            Optional<NetPromoterScore> nps)
            implements AnswerFigures {
        /** Copies the list and the map. */
        public Choices {
            values = List.copyOf(values);
            refusals = sorted(refusals);
        }
    }

    /** Numbers without a scale. */
    record Numbers(Optional<NumberStatistics> statistics, List<Bin> histogram) implements AnswerFigures {
        /** Copies the list. */
        public Numbers {
            histogram = List.copyOf(histogram);
        }
    }

    /** Options in order. */
    record Rankings(List<RankedOption> options, Map<String, Integer> refusals) implements AnswerFigures {
        /** Copies the list and the map. */
        public Rankings {
            options = List.copyOf(options);
            refusals = sorted(refusals);
        }
    }

    /** Totals that people share among options. */
    record Shares(List<SharedOption> options, Map<String, Integer> refusals) implements AnswerFigures {
        /** Copies the list and the map. */
        public Shares {
            options = List.copyOf(options);
            refusals = sorted(refusals);
        }
    }

    /** Days, months or times of day, counted by period, in order. Of two days, the first one counts. */
    record Dates(Unit unit, List<ValueCount> periods) implements AnswerFigures {
        /** Copies the list. */
        public Dates {
            periods = List.copyOf(periods);
        }

        /** What a period is. */
        public enum Unit {
            /** A day, such as {@code 2026-11-30}. */
            DAY,
            /** A month, such as {@code 2026-11}. */
            MONTH,
            /** A year, such as {@code 2026}. */
            YEAR,
            /** An hour of the day, such as {@code 14}. */
            HOUR
        }
    }

    /** Places, rounded to a tenth of a degree, which is about 11 km. */
    record Places(List<Place> places) implements AnswerFigures {
        /** Copies the list. */
        public Places {
            places = List.copyOf(places);
        }
    }

    /** Answers that are not counted, such as texts; see {@link Analysis#texts}. */
    record Uncounted() implements AnswerFigures {}

    /**
     * A class of a histogram.
     *
     * @param from the least number
     * @param to the end, which belongs to the next class; in the last one, the greatest number
     * @param count how many numbers are in the class
     */
    record Bin(double from, double to, int count) {}

    /**
     * An option of a ranking.
     *
     * @param option the option's value
     * @param ranked how often it was put in order
     * @param first how often it came first
     * @param meanRank its mean place, from 1, among the answers that have it; with an interval from two answers on
     */
    record RankedOption(String option, int ranked, int first, Optional<NumberStatistics> meanRank) {}

    /**
     * An option that people give a part of a total.
     *
     * @param option the option's value
     * @param sum the sum of the parts
     * @param parts the statistics of the parts
     */
    record SharedOption(String option, long sum, Optional<NumberStatistics> parts) {}

    /**
     * A place.
     *
     * @param latitude in degrees, rounded to tenths
     * @param longitude in degrees, rounded to tenths
     * @param count how many answers are there
     */
    record Place(double latitude, double longitude, int count) {}

    private static Map<String, Integer> sorted(Map<String, Integer> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
