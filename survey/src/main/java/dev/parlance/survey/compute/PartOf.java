package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One part of an answer that has several: the place of an option in an order, its share of a total, the first of two days. */
record PartOf(Operand of, String name) implements Formula {
    private static final String WORD = "part";

    /** Reads {@code "of": "budget", "part": "tea"}. */
    static Optional<Formula> read(Fields fields) {
        return fields.has(WORD)
                ? Optional.of(new PartOf(Inputs.one(fields, "of"), fields.required(WORD)))
                : Optional.empty();
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return of.value(known).flatMap(answer -> AnswerType.part(answer, name));
    }

    @Override
    public Set<String> questions() {
        return of.questions();
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return of.questions().stream()
                .flatMap(question -> types.of(question).stream())
                .findFirst()
                .map(AnswerType::ofPart)
                .orElseGet(AnswerType::open);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        references.check("of", of);
        for (String question : of.questions()) {
            references
                    .of(question)
                    .map(AnswerType::parts)
                    .filter(parts -> !parts.contains(name))
                    .ifPresent(parts -> problems.add(
                            WORD,
                            parts.isEmpty()
                                    ? "uses \"" + question + "\", whose answers have no parts with a name"
                                    : "is \"" + name + "\", but the parts of \"" + question + "\" are "
                                            + String.join(", ", parts)));
        }
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", Inputs.toJson(of));
        json.put(WORD, name);
        return json;
    }
}
