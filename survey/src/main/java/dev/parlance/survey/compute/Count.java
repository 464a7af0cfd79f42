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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many answers there are: how many options were chosen, or how many of the answers are among some values. What is not
 * answered counts as none.
 *
 * @param among the values that count; empty if all do
 */
record Count(List<Operand> of, List<String> among) implements Formula {
    private static final String WORD = "count";

    Count {
        of = List.copyOf(of);
        among = List.copyOf(among);
    }

    static Optional<Formula> read(Fields fields) {
        if (!fields.has(WORD)) {
            return Optional.empty();
        }
        List<Operand> of = Inputs.read(fields, WORD);
        if (of.isEmpty()) {
            fields.problem(WORD, "needs at least one question");
        }
        return Optional.of(new Count(of, fields.textsOrNumbers("in")));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        long count = of.stream()
                .flatMap(operand -> operand.value(known).stream())
                .flatMap(value -> value.parts().stream())
                .filter(part -> among.isEmpty() || among.contains(part))
                .count();
        return Optional.of(Value.of(Long.toString(count)));
    }

    @Override
    public Formula withItems(AnswerTypes types) {
        return new Count(
                of.stream().flatMap(operand -> Inputs.items(operand, types)).toList(), among);
    }

    @Override
    public Set<String> questions() {
        return Inputs.questions(of);
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        BigDecimal most = BigDecimal.ZERO;
        for (String question : questions()) {
            most = most.add(types.of(question)
                    .filter(AnswerType::isMultiple)
                    .flatMap(AnswerType::max)
                    .orElse(BigDecimal.ONE));
        }
        return new AnswerType.Numbers(Optional.of(BigDecimal.ZERO), Optional.of(most), 0, false);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        of.forEach(operand -> references.check(WORD, operand));
        for (String value : among) {
            boolean isPossible = questions().stream()
                    .map(references::of)
                    .anyMatch(type -> !type.orElse(AnswerType.open()).hasOptions()
                            || type.orElseThrow().all().contains(value));
            if (!isPossible) {
                problems.add("in", "counts \"" + value + "\", which none of these questions has as an option");
            }
        }
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(WORD, Inputs.toJson(of));
        if (!among.isEmpty()) {
            json.put("in", among);
        }
        return json;
    }
}
