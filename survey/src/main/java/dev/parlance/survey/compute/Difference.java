package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number minus another, or the days from one day to another. */
record Difference(Operand from, Operand less) implements Formula {
    private static final String WORD = "difference";

    static Optional<Formula> read(Fields fields) {
        return Pair.read(fields, WORD).map(pair -> new Difference(pair.first(), pair.second()));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        Optional<Value> first = from.value(known);
        Optional<Value> second = less.value(known);
        return first.flatMap(one -> second.flatMap(other -> difference(one, other)));
    }

    private static Optional<Value> difference(Value first, Value second) {
        Optional<BigDecimal> number = first.number();
        Optional<BigDecimal> other = second.number();
        if (number.isPresent() && other.isPresent()) {
            return Optional.of(Value.of(number.get().subtract(other.get())));
        }
        Optional<LocalDate> day = day(first);
        Optional<LocalDate> since = day(second);
        return day.isPresent() && since.isPresent()
                ? Optional.of(Value.of(Long.toString(ChronoUnit.DAYS.between(since.get(), day.get()))))
                : Optional.empty();
    }

    static Optional<LocalDate> day(Value value) {
        try {
            return Order.of(value.text()) == Order.DATES
                    ? Optional.of(LocalDate.parse(value.text()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // A variable can hold the 30th of February.
            return Optional.empty();
        }
    }

    @Override
    public Set<String> questions() {
        return Inputs.questions(List.of(from, less));
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return Rounding.NONE.numbers();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        Order order = from.order(references).orElse(Order.NUMBERS);
        Order wanted = order == Order.DATES ? Order.DATES : Order.NUMBERS;
        Inputs.mustBe(wanted, WORD, from, references, problems);
        Inputs.mustBe(wanted, WORD, less, references, problems);
    }

    @Override
    public Map<String, Object> toJson() {
        return Map.of(WORD, Inputs.toJson(List.of(from, less)));
    }
}
