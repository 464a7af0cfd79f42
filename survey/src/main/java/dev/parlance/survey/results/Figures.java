package dev.parlance.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.NumberQuestion.Scale;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.YesNoQuestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
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

        /** A longer one is no scale: an account number between two bounds. */
        private static final BigDecimal LONGEST_SCALE = BigDecimal.valueOf(100);

        private static final BigDecimal PROMOTER = BigDecimal.valueOf(9);
        private static final BigDecimal DETRACTOR = BigDecimal.valueOf(6);

        private final Question question;
        private final boolean isClosed;
        private final Map<String, Integer> counts = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private int answers;
        private int promoters;
        private int detractors;

        Counter(Question question) {
            this.question = question;
            this.isClosed = isClosed(question);
        }

        /** Whether all possible answers are known before: words and numbers of people's own would name them. */
        private static boolean isClosed(Question question) {
            if (question instanceof NumberQuestion number) {
                return number.decimals() == 0
                        && number.least().isPresent()
                        && number.most().isPresent()
                        && number.most().get().subtract(number.least().get()).compareTo(LONGEST_SCALE) <= 0;
            }
            return question instanceof ChoiceQuestion || question instanceof YesNoQuestion;
        }

        void count(Value value) {
            answers++;
            if (isClosed) {
                for (String part : value.parts()) {
                    if (counts.size() < MOST_COUNTED || counts.containsKey(part)) {
                        counts.merge(part, 1, Integer::sum);
                    }
                }
            }
            if (question instanceof NumberQuestion) {
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
            boolean isNumber = question instanceof NumberQuestion && answers > 0;
            boolean isNps = isNumber && ((NumberQuestion) question).scale() == Scale.NPS;
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
