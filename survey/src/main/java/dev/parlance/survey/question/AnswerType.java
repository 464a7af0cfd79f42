package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the answers to a question can be. Conditions, repeated groups, figures, charts and exports go by this, whatever the
 * kind of question.
 */
public sealed interface AnswerType {
    /** Words, days, numbers and places of people's own: they are exported, and never counted, as they would name people. */
    static AnswerType open() {
        return new Open();
    }

    /** A statement has no answer. */
    static AnswerType none() {
        return new None();
    }

    /** All possible answers in their order, if they are known before and not too many: only these are counted. */
    default List<String> all() {
        return List.of();
    }

    /** Whether these are numbers, which can be compared and have a mean. */
    default boolean isNumber() {
        return false;
    }

    /** Whether an answer can have several parts, each one of {@link #all}. */
    default boolean isSeveral() {
        return false;
    }

    /** How often a group is repeated at most that is repeated by such an answer; empty without a bound. */
    default Optional<BigDecimal> most() {
        return Optional.empty();
    }

    /**
     * One or several of some values.
     *
     * @param all the values
     * @param mostChosen how many of them an answer can have
     */
    record Options(List<String> all, int mostChosen) implements AnswerType {
        /** Keeps the list as it is now. */
        public Options {
            all = List.copyOf(all);
        }

        @Override
        public boolean isSeveral() {
            return mostChosen > 1;
        }

        @Override
        public Optional<BigDecimal> most() {
            return Optional.of(BigDecimal.valueOf(mostChosen));
        }
    }

    /**
     * A number.
     *
     * @param least the least
     * @param most the greatest
     * @param decimals how many places after the point it can have
     * @param promoters whether the share of promoters is counted: 9 and 10 less 0 to 6
     */
    record Numbers(Optional<BigDecimal> least, Optional<BigDecimal> most, int decimals, boolean promoters)
            implements AnswerType {
        /** With more steps than these it is no scale: an account number between two bounds names people. */
        private static final BigDecimal LONGEST_SCALE = BigDecimal.valueOf(100);

        @Override
        public boolean isNumber() {
            return true;
        }

        @Override
        public List<String> all() {
            if (!isScale()) {
                return List.of();
            }
            int first = least.orElseThrow().setScale(0, RoundingMode.CEILING).intValueExact();
            int last = most.orElseThrow().setScale(0, RoundingMode.FLOOR).intValueExact();
            return IntStream.rangeClosed(first, last)
                    .mapToObj(Integer::toString)
                    .toList();
        }

        private boolean isScale() {
            return decimals == 0
                    && least.isPresent()
                    && most.isPresent()
                    && most.get().subtract(least.get()).compareTo(LONGEST_SCALE) <= 0
                    && least.get().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                    && most.get().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
        }
    }

    /** Anything. */
    record Open() implements AnswerType {}

    /** Nothing. */
    record None() implements AnswerType {}
}
