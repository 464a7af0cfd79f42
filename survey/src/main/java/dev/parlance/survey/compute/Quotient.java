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

/** A number divided by another. There is no value if that is zero. */
record Quotient(Operand of, Operand by, Rounding rounding) implements Formula {
    private static final String WORD = "quotient";

    static Optional<Formula> read(Fields fields) {
        return Pair.read(fields, WORD)
                .map(pair -> new Quotient(pair.first(), pair.second(), Rounding.read(fields, Rounding.HUNDREDTHS)));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        Optional<BigDecimal> number = of.value(known).flatMap(Value::number);
        Optional<BigDecimal> divisor = by.value(known).flatMap(Value::number).filter(other -> other.signum() != 0);
        return number.flatMap(one -> divisor.map(other -> rounding.quotient(one, other)));
    }

    @Override
    public Set<String> questions() {
        return Inputs.questions(List.of(of, by));
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return rounding.numbers();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        Inputs.mustBeNumbers(WORD, List.of(of, by), references, problems);
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(WORD, Inputs.toJson(List.of(of, by)));
        rounding.writeTo(json, Rounding.HUNDREDTHS);
        return json;
    }
}
