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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value as it is, such as a field of the contact, which gets a name in the survey by this.
 *
 * @param type what it must be, if that is said: numbers or dates; a value in another form is not known
 */
record Itself(Operand of, Optional<Order> type) implements Formula {
    private static final String WORD = "value";
    private static final String TYPE = "type";
    private static final String TEXT = "text";

    static Itself of(Operand operand) {
        return new Itself(operand, Optional.empty());
    }

    /** Reads {@code "value": {"contact": "visits"}, "type": "number"}. */
    static Optional<Formula> read(Fields fields) {
        return fields.has(WORD)
                ? Optional.of(new Itself(Inputs.one(fields, WORD), type(fields.oneOf(TYPE, TEXT, "number", "date"))))
                : Optional.empty();
    }

    private static Optional<Order> type(String word) {
        return switch (word) {
            case "number" -> Optional.of(Order.NUMBERS);
            case "date" -> Optional.of(Order.DATES);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return of.value(known).filter(value -> type.isEmpty() || type.get() == Order.of(value.text()));
    }

    @Override
    public Set<String> questions() {
        return of.questions();
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return type.map(Itself::typeOf).orElseGet(() -> typeOf(of, types));
    }

    private static AnswerType typeOf(Order order) {
        return order == Order.NUMBERS ? Rounding.NONE.numbers() : AnswerType.open(order);
    }

    private static AnswerType typeOf(Operand operand, AnswerTypes types) {
        return operand.questions().stream()
                .flatMap(question -> types.of(question).stream())
                .findFirst()
                .or(() -> operand.order(types).map(Itself::typeOf))
                .orElseGet(AnswerType::open);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        references.check(WORD, of);
        type.ifPresent(order -> Inputs.mustBe(order, WORD, of, references, problems));
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(WORD, Inputs.toJson(of));
        type.ifPresent(order -> json.put(TYPE, order == Order.NUMBERS ? "number" : "date"));
        return json;
    }
}
