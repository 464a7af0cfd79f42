package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Those of {@link #all} that tell nothing about what was asked, such as "don't know". Default: none. */
    default List<String> refusals() {
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

    /** The names of the parts of an answer that can be computed with, such as the options of an order. Default: none. */
    default List<String> parts() {
        return List.of();
    }

    /** What one of the {@link #parts} can be. */
    default AnswerType ofPart() {
        return open();
    }

    /** The part of an answer with this name: the place of an option, its share, or the first or last day. */
    static Optional<Value> part(Value answer, String name) {
        Optional<Integer> share = Optional.ofNullable(Shares.of(answer).get(name));
        int place = answer.parts().indexOf(name) + 1;
        if (share.isPresent() || place > 0) {
            return Optional.of(Value.of(BigDecimal.valueOf(share.orElse(place))));
        }
        return Days.part(answer, name).map(Value::of);
    }

    /** Whether the parts of an answer are options that have labels. */
    default boolean hasOptions() {
        return false;
    }

    /** What an answer adds to the count of each of {@link #all} in a summary. Default: 1 for each of its parts. */
    default Map<String, Integer> counts(Value answer) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        answer.parts().stream().filter(all()::contains).forEach(part -> counts.put(part, 1));
        return counts;
    }

    /** What an answer with several parts says of one of {@link #all}, for a table. Default: 1 or 0. */
    default String cell(Value answer, String value) {
        return answer.has(value) ? "1" : "0";
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(value -> !others.contains(value)).toList();
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
        public boolean hasOptions() {
            return true;
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
     * Several of a list of values in order, the first one first.
     *
     * @param all the values
     * @param count how many values an answer has
     * @param refusals the values that tell nothing about what was asked, each an answer alone
     */
    record Ranking(List<String> all, int count, List<String> refusals) implements AnswerType {
        /** Copies the lists. */
        public Ranking {
            all = List.copyOf(all);
            refusals = List.copyOf(refusals);
        }

        @Override
        public boolean isMultiple() {
            return true;
        }

        @Override
        public Optional<BigDecimal> max() {
            return Optional.of(BigDecimal.valueOf(count));
        }

        @Override
        public boolean hasOptions() {
            return true;
        }

        @Override
        public List<String> parts() {
            return without(all, refusals);
        }

        @Override
        public AnswerType ofPart() {
            return new Numbers(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(count)), 0, false);
        }

        /** Counts the first one only. */
        @Override
        public Map<String, Integer> counts(Value answer) {
            return Map.of(answer.parts().get(0), 1);
        }

        /** The place of the value, from 1; empty if it has none. */
        @Override
        public String cell(Value answer, String value) {
            int index = answer.parts().indexOf(value);
            return index < 0 ? "" : Integer.toString(index + 1);
        }
    }

    /**
     * A number for each of some options.
     *
     * @param all the options
     * @param refusals the options that tell nothing about what was asked, each an answer alone
     */
    record Shares(List<String> all, List<String> refusals) implements AnswerType {
        private static final Pattern PART = Pattern.compile("(.+)=(\\d{1,7})");

        /** Copies the lists. */
        public Shares {
            all = List.copyOf(all);
            refusals = List.copyOf(refusals);
        }

        /** The part of an answer for one option. */
        static String part(String option, int number) {
            return option + "=" + number;
        }

        /** The number of each option. */
        static Map<String, Integer> of(Value answer) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            for (String part : answer.parts()) {
                Matcher share = PART.matcher(part);
                if (share.matches()) {
                    numbers.put(share.group(1), Integer.valueOf(share.group(2)));
                }
            }
            return numbers;
        }

        @Override
        public List<String> parts() {
            return without(all, refusals);
        }

        @Override
        public AnswerType ofPart() {
            return new Numbers(Optional.of(BigDecimal.ZERO), Optional.empty(), 0, false);
        }

        @Override
        public boolean isMultiple() {
            return true;
        }

        /** Adds up the numbers; a refusal counts once. */
        @Override
        public Map<String, Integer> counts(Value answer) {
            return answer.isRefusal() ? AnswerType.super.counts(answer) : of(answer);
        }

        /** The number. */
        @Override
        public String cell(Value answer, String value) {
            return answer.has(value) ? "1" : String.valueOf(of(answer).getOrDefault(value, 0));
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

    /** A first and a last day. */
    record Days() implements AnswerType {
        private static final List<String> NAMES = List.of("first", "last");

        private static Optional<String> part(Value answer, String name) {
            int index = NAMES.indexOf(name);
            return index < 0 || index >= answer.parts().size()
                    ? Optional.empty()
                    : Optional.of(answer.parts().get(index));
        }

        @Override
        public boolean isMultiple() {
            return true;
        }

        @Override
        public List<String> parts() {
            return NAMES;
        }

        @Override
        public AnswerType ofPart() {
            return open(Order.DATES);
        }
    }

    /** Anything that can be compared in this order. */
    record Open(Order order) implements AnswerType {}

    /** Nothing. */
    record None() implements AnswerType {}
}
