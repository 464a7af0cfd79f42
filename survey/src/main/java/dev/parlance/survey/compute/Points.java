package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The points of the chosen option, or of all chosen options together. */
record Points(Operand of, Map<String, BigDecimal> points) implements Formula {
    private static final String WORD = "points";

    Points {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /** Reads {@code "of": "sleep", "points": {"never": 0, "often": 3}}. */
    static Optional<Formula> read(Fields fields) {
        if (!fields.has(WORD)) {
            return Optional.empty();
        }
        Fields object = fields.object(WORD);
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        object.names().forEach(option -> object.decimal(option).ifPresent(number -> points.put(option, number)));
        object.done();
        if (object.names().isEmpty()) {
            fields.problem(WORD, "needs at least one option, such as \"often\": 3");
        }
        return Optional.of(new Points(Inputs.one(fields, "of"), points));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return of.value(known).flatMap(this::sum);
    }

    private Optional<Value> sum(Value value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : value.parts()) {
            BigDecimal number = points.get(part);
            if (number == null) {
                return Optional.empty();
            }
            sum = sum.add(number);
        }
        return Optional.of(Value.of(sum));
    }

    @Override
    public Set<String> questions() {
        return of.questions();
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        Optional<BigDecimal> least = points.values().stream().min(Comparator.naturalOrder());
        Optional<BigDecimal> most = points.values().stream().max(Comparator.naturalOrder());
        boolean isWhole = points.values().stream()
                .allMatch(number -> number.stripTrailingZeros().scale() <= 0);
        boolean isMultiple = of.questions().stream()
                .anyMatch(question ->
                        types.of(question).filter(AnswerType::isMultiple).isPresent());
        return isMultiple || !isWhole ? Rounding.NONE.numbers() : new AnswerType.Numbers(least, most, 0, false);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        references.check("of", of);
        for (String question : of.questions()) {
            Optional<AnswerType> type = references.of(question);
            if (type.isEmpty()) {
                continue;
            }
            if (type.get().hasOptions()) {
                List<String> options = type.get().all();
                points.keySet().stream()
                        .filter(option -> !options.contains(option))
                        .forEach(option -> problems.add(
                                WORD,
                                "names \"" + option + "\", which is not an option of \"" + question
                                        + "\"; its options are " + String.join(", ", options)));
            } else {
                problems.add("of", "uses \"" + question + "\", which has no options");
            }
        }
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", Inputs.toJson(of));
        json.put(WORD, points);
        return json;
    }
}
