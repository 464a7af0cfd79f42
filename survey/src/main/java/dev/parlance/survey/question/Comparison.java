package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A condition that compares a value with others. It never holds if a value that it needs is not known.
 *
 * @param left what is compared
 * @param is how it is compared
 * @param right what it is compared with: none for {@link Is#ANSWERED}, any number for {@link Is#IN}, otherwise one
 */
public record Comparison(Operand left, Is is, List<Operand> right) implements Condition {
    /** How values are compared. */
    public enum Is {
        /** There is an answer. */
        ANSWERED("answered", "was answered"),
        /** It is this value, or this option is among those chosen. */
        SAME("is", "is"),
        /** It is one of these values, or one of these options is among those chosen. */
        IN("in", "is"),
        /** It is a number or a day, and not before this one. */
        AT_LEAST("atLeast", "is at least"),
        /** It is a number or a day, and not after this one. */
        AT_MOST("atMost", "is at most"),
        /** It is a number or a day after this one. */
        MORE_THAN("moreThan", "is more than"),
        /** It is a number or a day before this one. */
        LESS_THAN("lessThan", "is less than");

        private final String word;
        private final String verb;

        Is(String word, String verb) {
            this.word = word;
            this.verb = verb;
        }

        /** The name in {@code survey.json}. */
        public String word() {
            return word;
        }

        /** Whether only values with an order can be compared like this: numbers, days, times. */
        public boolean needsOrder() {
            return switch (this) {
                case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> true;
                case ANSWERED, SAME, IN -> false;
            };
        }

        private boolean holds(int difference) {
            return switch (this) {
                case AT_LEAST -> difference >= 0;
                case AT_MOST -> difference <= 0;
                case MORE_THAN -> difference > 0;
                case LESS_THAN -> difference < 0;
                default -> difference == 0;
            };
        }
    }

    /** Copies the list. */
    public Comparison {
        right = List.copyOf(right);
    }

    /** Holds if it is this value. */
    public Comparison is(String value) {
        return with(Is.SAME, Operand.fixed(value));
    }

    /** Holds if it is the same as this value. */
    public Comparison is(Operand value) {
        return with(Is.SAME, value);
    }

    /** Holds if it is one of these values. */
    public Comparison in(String... some) {
        return new Comparison(
                left, Is.IN, Arrays.stream(some).map(Operand::fixed).toList());
    }

    /** Holds if it is a number of at least this value. */
    public Comparison atLeast(long least) {
        return atLeast(Operand.fixed(BigDecimal.valueOf(least)));
    }

    /** Holds if it is at least this value. */
    public Comparison atLeast(Operand least) {
        return with(Is.AT_LEAST, least);
    }

    /** Holds if it is a number of at most this value. */
    public Comparison atMost(long most) {
        return atMost(Operand.fixed(BigDecimal.valueOf(most)));
    }

    /** Holds if it is at most this value. */
    public Comparison atMost(Operand most) {
        return with(Is.AT_MOST, most);
    }

    /** Holds if it is more, or later, than this value. */
    public Comparison moreThan(Operand limit) {
        return with(Is.MORE_THAN, limit);
    }

    /** Holds if it is less, or earlier, than this value. */
    public Comparison lessThan(Operand limit) {
        return with(Is.LESS_THAN, limit);
    }

    private Comparison with(Is how, Operand value) {
        return new Comparison(left, how, List.of(value));
    }

    @Override
    public boolean holds(ConditionContext known) {
        Optional<Value> value = left.value(known);
        if (value.isEmpty()) {
            return false;
        }
        if (is == Is.ANSWERED) {
            return true;
        }
        for (Operand other : right) {
            Optional<Value> second = other.value(known);
            if (second.isPresent() && fits(value.get(), second.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Value value, Value other) {
        if (!is.needsOrder() && other.parts().stream().anyMatch(value::has)) {
            return true;
        }
        return !value.isRefusal()
                && Order.compare(value.text(), other.text()).filter(is::holds).isPresent();
    }

    @Override
    public Set<String> questions() {
        if (right.isEmpty()) {
            return left.questions();
        }
        Set<String> questions = new LinkedHashSet<>(left.questions());
        right.forEach(operand -> questions.addAll(operand.questions()));
        return questions;
    }

    @Override
    public String description() {
        String others = right.stream().map(Operand::description).collect(Collectors.joining(" or "));
        return (left.description() + " " + is.verb + " " + others).strip();
    }

    @Override
    public Map<String, Object> toJson() {
        if (is == Is.ANSWERED && left instanceof Operand.AnswerTo answer) {
            return Map.of("answered", answer.question());
        }
        if (is == Is.ANSWERED && left instanceof Operand.AnswerIn answer) {
            return Map.of("survey", answer.survey(), "answered", answer.question());
        }
        Map<String, Object> json = new LinkedHashMap<>(left.fields());
        if (is == Is.ANSWERED) {
            return json;
        }
        List<Object> others = right.stream().map(this::json).toList();
        json.put(is.word, is == Is.IN ? others : others.get(0));
        return json;
    }

    private Object json(Operand operand) {
        boolean isNumber =
                is.needsOrder() && operand instanceof Operand.Fixed fixed && Order.of(fixed.text()) == Order.NUMBERS;
        return isNumber ? new BigDecimal(((Operand.Fixed) operand).text()) : operand.toJson();
    }
}
