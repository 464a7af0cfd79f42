package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What some answers to a question come to.
 *
 * @param answers how many there are
 * @param counts how often each was given, where the possible answers are known before: options, yes and no, and whole numbers
 *     on a scale of at most 100 steps. Empty for all other kinds, whose answers are personal data
 * @param mean the mean of numbers
 * @param nps the share of 9 and 10 less that of 0 to 6, from -100 to 100
 */
public record Figures(int answers, Map<String, Integer> counts, Optional<BigDecimal> mean, Optional<BigDecimal> nps) {
    void writeTo(ObjectNode json) {
        json.put("answers", answers);
        ObjectNode each = json.putObject("counts");
        counts.forEach(each::put);
        mean.ifPresent(number -> json.put("mean", number));
        nps.ifPresent(number -> json.put("nps", number));
    }

    /** Counts answers, one after the other. */
    static final class Counter {
        /** More different answers than these are not told apart. */
        private static final int MOST_COUNTED = 200;

        private static final BigDecimal PROMOTER = BigDecimal.valueOf(9);
        private static final BigDecimal DETRACTOR = BigDecimal.valueOf(6);

        private final AnswerType type;
        private final Set<String> possible;
        private final Map<String, Integer> counts = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private int answers;
        private int promoters;
        private int detractors;

        Counter(Question question) {
            this.type = question.answers();
            this.possible = Set.copyOf(type.all());
        }

        void count(Value value) {
            answers++;
            if (!possible.isEmpty()) {
                for (String part : value.parts()) {
                    if (counts.size() < MOST_COUNTED || counts.containsKey(part)) {
                        counts.merge(part, 1, Integer::sum);
                    }
                }
            }
            if (type.isNumber()) {
                value.number().ifPresent(this::add);
            }
        }

        private void add(BigDecimal number) {
            sum = sum.add(number);
            if (number.compareTo(PROMOTER) >= 0) {
                promoters++;
            } else if (number.compareTo(DETRACTOR) <= 0) {
                detractors++;
            }
        }

        Figures figures() {
            boolean isNumber = type.isNumber() && answers > 0;
            boolean isNps = isNumber && type instanceof AnswerType.Numbers numbers && numbers.promoters();
            BigDecimal of = BigDecimal.valueOf(Math.max(1, answers));
            BigDecimal balance = BigDecimal.valueOf(100L * (promoters - detractors));
            return new Figures(
                    answers,
                    counts,
                    isNumber ? Optional.of(sum.divide(of, 2, RoundingMode.HALF_UP)) : Optional.empty(),
                    isNps ? Optional.of(balance.divide(of, 1, RoundingMode.HALF_UP)) : Optional.empty());
        }
    }
}
