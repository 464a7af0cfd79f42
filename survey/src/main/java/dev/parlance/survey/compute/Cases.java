package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of the first case whose condition holds. */
record Cases(List<Case> cases) implements Formula {
    private static final String WORD = "cases";

    record Case(Condition when, Operand value) {}

    Cases {
        cases = List.copyOf(cases);
    }

    /** Reads {@code "cases": [{"when": {…}, "value": "high"}, {"value": "low"}]}. */
    static Optional<Formula> read(Fields fields) {
        if (!fields.has(WORD)) {
            return Optional.empty();
        }
        List<Case> cases = new ArrayList<>();
        for (Fields each : fields.objects(WORD)) {
            Optional<Operand> value = each.operand("value");
            if (value.isEmpty()) {
                each.problem("", "needs \"value\"");
            }
            cases.add(new Case(each.condition("when"), value.orElseGet(() -> Operand.fixed(""))));
            each.done();
        }
        if (cases.isEmpty()) {
            fields.problem(WORD, "needs at least one case");
        }
        return Optional.of(new Cases(cases));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return cases.stream()
                .filter(each -> each.when().holds(known))
                .findFirst()
                .flatMap(each -> each.value().value(known));
    }

    @Override
    public Set<String> questions() {
        Set<String> questions = new LinkedHashSet<>();
        cases.forEach(each -> {
            questions.addAll(each.when().questions());
            questions.addAll(each.value().questions());
        });
        return questions;
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        boolean areFixed = cases.stream().allMatch(each -> each.value() instanceof Operand.Fixed);
        boolean areNumbers = cases.stream()
                .allMatch(each ->
                        each.value().order(types).filter(Order.NUMBERS::equals).isPresent());
        if (areNumbers) {
            return Rounding.NONE.numbers();
        }
        return areFixed
                ? new AnswerType.Options(
                        cases.stream()
                                .map(each -> each.value().description())
                                .distinct()
                                .toList(),
                        1)
                : AnswerType.open();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        for (int i = 0; i < cases.size(); i++) {
            String path = WORD + "[" + i + "]";
            references.check(path + ".when", cases.get(i).when());
            references.check(path + ".value", cases.get(i).value());
            if (i + 1 < cases.size() && cases.get(i).when().equals(Condition.All.ALWAYS)) {
                problems.add(path, "always holds, so the cases after it are never reached");
            }
        }
    }

    @Override
    public Map<String, Object> toJson() {
        List<Object> all = new ArrayList<>();
        for (Case each : cases) {
            Map<String, Object> json = new LinkedHashMap<>();
            if (!each.when().equals(Condition.All.ALWAYS)) {
                json.put("when", each.when().toJson());
            }
            json.put("value", Inputs.constant(each.value()));
            all.add(json);
        }
        return Map.of(WORD, all);
    }
}
