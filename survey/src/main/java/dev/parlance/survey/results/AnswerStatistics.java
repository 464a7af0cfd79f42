package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.internal.SessionTally;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Statistics of the answers to a question.
 *
 * @param answers the number of answers
 * @param missed the number of replies that were not understood: the question was asked again, or what the survey said back was
 *     refused. At most 20 replies of one person are counted
 * @param refusals how many of the answers tell nothing about what was asked, such as "don't know". The mean leaves them out
 * @param counts the number of each answer, for questions with a fixed set of answers: options, yes and no, and whole numbers on
 *     a scale of at most 100 steps. Of options put in order, how often each came first; of shares, the sum for each option. Empty
 *     for all other kinds, whose answers are personal data
 * @param mean the mean of numeric answers, also of options whose values are numbers
 * @param nps the percentage of 9 and 10 minus the percentage of 0 to 6, from -100 to 100
 */
public record AnswerStatistics(
        int answers,
        int missed,
        int refusals,
        Map<String, Integer> counts,
        Optional<BigDecimal> mean,
        Optional<BigDecimal> nps) {
    void writeTo(ObjectNode json) {
        json.put("answers", answers).put("missed", missed);
        if (refusals > 0) {
            json.put("refusals", refusals);
        }
        ObjectNode byAnswer = json.putObject("counts");
        counts.forEach(byAnswer::put);
        mean.ifPresent(number -> json.put("mean", number));
        nps.ifPresent(number -> json.put("nps", number));
    }

    /** Adds up the amounts for one question. */
    static final class Adder {
        private final AnswerType type;
        private final Map<String, Integer> counts = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private int answers;
        private int missed;
        private int promoters;
        private int detractors;

        Adder(Question question) {
            this.type = question.answers();
        }

        /**
         * Adds an amount.
         *
         * @param detail the option, the power of ten of a sum, or the outcome of a missed reply; otherwise empty
         */
        void add(String kind, String detail, long amount) {
            switch (kind) {
                case SessionTally.ANSWERS -> answers += Math.toIntExact(amount);
                case SessionTally.MISSED -> missed += Math.toIntExact(amount);
                case SessionTally.OPTION -> counts.merge(detail, Math.toIntExact(amount), Integer::sum);
                case SessionTally.SUM ->
                    sum = sum.add(BigDecimal.valueOf(amount).scaleByPowerOfTen(Integer.parseInt(detail)));
                case SessionTally.PROMOTERS -> promoters += Math.toIntExact(amount);
                case SessionTally.DETRACTORS -> detractors += Math.toIntExact(amount);
                default -> throw new IllegalStateException("unknown amount " + kind);
            }
        }

        private int refusals() {
            return type.refusals().stream()
                    .mapToInt(value -> counts.getOrDefault(value, 0))
                    .sum();
        }

        private Optional<BigDecimal> mean() {
            if (!type.isNumber()) {
                return Optional.empty();
            }
            return type instanceof AnswerType.Options options ? meanOf(options) : mean(sum, answers);
        }

        /** The mean of the chosen options' values. */
        private Optional<BigDecimal> meanOf(AnswerType.Options options) {
            BigDecimal total = BigDecimal.ZERO;
            int counted = 0;
            for (String value : options.all()) {
                if (!options.refusals().contains(value)) {
                    int times = counts.getOrDefault(value, 0);
                    total = total.add(new BigDecimal(value).multiply(BigDecimal.valueOf(times)));
                    counted += times;
                }
            }
            return mean(total, counted);
        }

        private static Optional<BigDecimal> mean(BigDecimal total, int count) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(total.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
        }

        AnswerStatistics figures() {
            boolean isNps = answers > 0 && type instanceof AnswerType.Numbers numbers && numbers.promoters();
            BigDecimal divisor = BigDecimal.valueOf(Math.max(1, answers));
            BigDecimal balance = BigDecimal.valueOf(100L * (promoters - detractors));
            return new AnswerStatistics(
                    answers,
                    missed,
                    refusals(),
                    counts,
                    mean(),
                    isNps ? Optional.of(balance.divide(divisor, 1, RoundingMode.HALF_UP)) : Optional.empty());
        }
    }
}
