package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the answers to a question can be. Conditions, repeated groups, figures, charts and exports depend on this, not on the
 * kind of question.
 */
public sealed interface AnswerType {
    /** Free text, phone numbers, locations. These are exported but never counted, because they could identify people. */
    static AnswerType open() {
        return open(Order.NONE);
    }

    /** Like {@link #open()}, for values that can be compared, such as days. */
    static AnswerType open(Order order) {
        return new Open(order);
    }

    /** No answer, as for a statement. */
    static AnswerType none() {
        return new None();
    }

    /** All possible answers in order, if they are known in advance and not too many. Only these are counted. */
    default List<String> all() {
        return List.of();
    }

    /** How answers can be compared. Default: not at all. */
    default Order order() {
        return Order.NONE;
    }

    /** Whether the answers are numbers, which have a mean. */
    default boolean isNumber() {
        return false;
    }

    /** Whether an answer can have several parts, each from {@link #all}. */
    default boolean isMultiple() {
        return false;
    }

    /** The most rounds of a group that is repeated by such an answer; empty if unlimited. */
    default Optional<BigDecimal> max() {
        return Optional.empty();
    }

    /**
     * One or several of a list of values.
     *
     * @param all the values
     * @param maxChosen the most values in one answer
     * @param refusals the values that tell nothing about what was asked, such as "don't know"
     */
    record Options(List<String> all, int maxChosen, List<String> refusals) implements AnswerType {
        /** Copies the lists. */
        public Options {
            all = List.copyOf(all);
            refusals = List.copyOf(refusals);
        }

        /** Values that all tell something about what was asked. */
        public Options(List<String> all, int maxChosen) {
            this(all, maxChosen, List.of());
        }

        /** The values as numbers, without the refusals; empty if some is no number, or several can be chosen. */
        private List<BigDecimal> numbers() {
            List<BigDecimal> numbers = new ArrayList<>();
            for (String value : all) {
                Optional<BigDecimal> number = Value.of(value).number();
                boolean isRefusal = refusals.contains(value);
                if (isMultiple() || (number.isEmpty() && !isRefusal)) {
                    return List.of();
                }
                number.filter(any -> !isRefusal).ifPresent(numbers::add);
            }
            return numbers;
        }

        /** Whether one is chosen, and all are numbers except the refusals. */
        @Override
        public boolean isNumber() {
            return !numbers().isEmpty();
        }

        @Override
        public boolean isMultiple() {
            return maxChosen > 1;
        }

        /** One of several numbers, such as the points of a scale, can be compared and added. */
        @Override
        public Order order() {
            return isNumber() ? Order.NUMBERS : Order.NONE;
        }

        @Override
        public Optional<BigDecimal> max() {
            return numbers().stream()
                    .max(Comparator.naturalOrder())
                    .or(() -> Optional.of(BigDecimal.valueOf(maxChosen)));
        }
    }

    /**
     * A number.
     *
     * @param min the minimum
     * @param max the maximum
     * @param decimals the most decimal places
     * @param promoters whether to compute the net promoter score: the share of 9 and 10 minus the share of 0 to 6
     */
    record Numbers(Optional<BigDecimal> min, Optional<BigDecimal> max, int decimals, boolean promoters)
            implements AnswerType {
        /** A longer range is not a scale: an account number between two bounds would identify people. */
        private static final BigDecimal LONGEST_SCALE = BigDecimal.valueOf(100);

        @Override
        public boolean isNumber() {
            return true;
        }

        @Override
        public Order order() {
            return Order.NUMBERS;
        }

        @Override
        public List<String> all() {
            if (!isScale()) {
                return List.of();
            }
            int first = min.orElseThrow().setScale(0, RoundingMode.CEILING).intValueExact();
            int last = max.orElseThrow().setScale(0, RoundingMode.FLOOR).intValueExact();
            return IntStream.rangeClosed(first, last)
                    .mapToObj(Integer::toString)
                    .toList();
        }

        private boolean isScale() {
            return decimals == 0
                    && min.isPresent()
                    && max.isPresent()
                    && max.get().subtract(min.get()).compareTo(LONGEST_SCALE) <= 0
                    && min.get().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                    && max.get().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
        }
    }

    /** Anything that can be compared in this order. */
    record Open(Order order) implements AnswerType {}

    /** Nothing. */
    record None() implements AnswerType {}
}
