package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first of several values that is known. */
record FirstKnown(List<Operand> of) implements Formula {
    private static final String WORD = "first";

    FirstKnown {
        of = List.copyOf(of);
    }

    static Optional<Formula> read(Fields fields) {
        if (!fields.has(WORD)) {
            return Optional.empty();
        }
        List<Operand> of = Inputs.read(fields, WORD);
        if (of.isEmpty()) {
            fields.problem(WORD, "needs at least one question");
        }
        return Optional.of(new FirstKnown(of));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return of.stream().flatMap(operand -> operand.value(known).stream()).findFirst();
    }

    @Override
    public Set<String> questions() {
        return Inputs.questions(of);
    }

    /** The type that all of them have. */
    @Override
    public AnswerType type(AnswerTypes types) {
        List<AnswerType> all = questions().stream()
                .flatMap(question -> types.of(question).stream())
                .distinct()
                .toList();
        return all.size() == 1 && of.size() == questions().size() ? all.get(0) : AnswerType.open();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        of.forEach(operand -> references.check(WORD, operand));
    }

    @Override
    public Map<String, Object> toJson() {
        return Map.of(WORD, Inputs.toJson(of));
    }
}
