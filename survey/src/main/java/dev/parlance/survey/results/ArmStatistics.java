package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.internal.ArmTally;
import dev.parlance.survey.internal.SessionTally;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statistics of one question's answers by the people in one arm of an experiment.
 *
 * @param answers the number of answers
 * @param counts the number of each answer, as in {@link AnswerStatistics}; 0 for one that was given only in another arm
 * @param shares each answer's share of the answers in percent, with Wilson's interval
 * @param mean the mean of numeric answers, with Student's interval; empty for fewer than two
 */
public record ArmStatistics(
        int answers, Map<String, Integer> counts, Map<String, Estimate> shares, Optional<Estimate> mean) {
    /** Copies the maps, and keeps their order. */
    public ArmStatistics {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }

    void writeTo(ObjectNode json) {
        json.put("answers", answers);
        ObjectNode byAnswer = json.putObject("counts");
        counts.forEach(byAnswer::put);
        ObjectNode percent = json.putObject("shares");
        shares.forEach((answer, share) -> write(share, percent.putObject(answer)));
        mean.ifPresent(number -> write(number, json.putObject("mean")));
    }

    static void write(Estimate estimate, ObjectNode json) {
        json.put("value", estimate.value()).put("low", estimate.low()).put("high", estimate.high());
    }

    /** Adds up the amounts for one question in one arm. */
    static final class Adder {
        private final Map<String, Integer> counts = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;
        private int answers;

        /**
         * Adds an amount.
         *
         * @param details the option, or the power of ten of a sum; otherwise empty
         */
        void add(String kind, List<String> details, long amount) {
            switch (kind) {
                case SessionTally.ANSWERS -> answers += Math.toIntExact(amount);
                case SessionTally.OPTION -> counts.merge(details.get(0), Math.toIntExact(amount), Integer::sum);
                case SessionTally.SUM -> sum = sum.add(scaled(amount, details.get(0)));
                case ArmTally.SQUARES -> squares = squares.add(scaled(amount, details.get(0)));
                default -> throw new IllegalStateException("unknown amount " + kind);
            }
        }

        private static BigDecimal scaled(long amount, String powerOfTen) {
            return BigDecimal.valueOf(amount).scaleByPowerOfTen(Integer.parseInt(powerOfTen));
        }

        Set<String> chosen() {
            return counts.keySet();
        }

        /**
         * The figures.
         *
         * @param isNumber whether the answers are numbers
         * @param options the answers that were given in any arm
         */
        ArmStatistics figures(boolean isNumber, Set<String> options) {
            Map<String, Integer> all = new TreeMap<>(counts);
            options.forEach(option -> all.putIfAbsent(option, 0));
            Map<String, Estimate> shares = new TreeMap<>();
            if (answers > 0) {
                all.forEach((option, count) -> shares.put(option, Estimate.share(count, answers)));
            }
            return new ArmStatistics(
                    answers, all, shares, isNumber ? Estimate.mean(answers, sum, squares) : Optional.empty());
        }
    }
}
