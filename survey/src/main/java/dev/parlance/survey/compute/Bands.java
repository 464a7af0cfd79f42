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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of the band that a number is in. There is no value below the first band.
 *
 * @param starts where each band starts, in rising order; it ends where the next one starts
 */
record Bands(Operand of, Map<String, BigDecimal> starts) implements Formula {
    private static final String WORD = "bands";

    Bands {
        starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    }

    /** Reads {@code "of": "score", "bands": {"low": 0, "high": 10}}. */
    static Optional<Formula> read(Fields fields) {
        if (!fields.has(WORD)) {
            return Optional.empty();
        }
        Fields bands = fields.object(WORD);
        Map<String, BigDecimal> starts = new LinkedHashMap<>();
        Optional<BigDecimal> last = Optional.empty();
        for (String name : bands.names()) {
            Optional<BigDecimal> start = bands.decimal(name);
            if (start.isEmpty()) {
                continue;
            }
            if (last.isPresent() && last.get().compareTo(start.get()) >= 0) {
                bands.valueProblem(
                        name,
                        "starts at " + start.get() + ", which is not above " + last.get()
                                + ", where the band before it starts");
            }
            last = start;
            starts.put(name, start.get());
        }
        bands.done();
        if (bands.names().isEmpty()) {
            fields.problem(WORD, "needs at least one band, such as \"mild\": 5");
        }
        return Optional.of(new Bands(Inputs.one(fields, "of"), starts));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        Optional<BigDecimal> number = of.value(known).flatMap(Value::number);
        Optional<Value> band = Optional.empty();
        for (Map.Entry<String, BigDecimal> start : starts.entrySet()) {
            if (number.isPresent() && number.get().compareTo(start.getValue()) >= 0) {
                band = Optional.of(Value.of(start.getKey()));
            }
        }
        return band;
    }

    @Override
    public Set<String> questions() {
        return of.questions();
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return new AnswerType.Options(List.copyOf(starts.keySet()), 1);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        Inputs.mustBeNumbers("of", List.of(of), references, problems);
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", Inputs.toJson(of));
        json.put(WORD, starts);
        return json;
    }
}
