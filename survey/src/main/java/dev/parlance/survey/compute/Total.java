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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One number from several: their sum, mean, product, least or greatest.
 *
 * @param weights what each is multiplied by; empty if nothing is
 * @param needs how many must be known; empty if all must
 */
record Total(Kind kind, List<Operand> of, List<BigDecimal> weights, Optional<Integer> needs, Rounding rounding)
        implements Formula {
    enum Kind {
        SUM("sum"),
        MEAN("mean"),
        PRODUCT("product"),
        LEAST("least"),
        GREATEST("greatest");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private BigDecimal join(BigDecimal one, BigDecimal other) {
            return switch (this) {
                case SUM, MEAN -> one.add(other);
                case PRODUCT -> one.multiply(other);
                case LEAST -> one.min(other);
                case GREATEST -> one.max(other);
            };
        }

        private Rounding usualRounding() {
            return this == MEAN ? Rounding.HUNDREDTHS : Rounding.NONE;
        }
    }

    private static final int MOST = 10_000;

    Total {
        of = List.copyOf(of);
        weights = List.copyOf(weights);
    }

    static Total of(Kind kind, List<Operand> operands) {
        return new Total(kind, operands, List.of(), Optional.empty(), kind.usualRounding());
    }

    /** Reads {@code "sum": ["a", "b"]} or, with weights, {@code "sum": {"a": 2, "b": 1}}. */
    static Optional<Formula> read(Fields fields) {
        Optional<Kind> found = Arrays.stream(Kind.values())
                .filter(kind -> fields.has(kind.word))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = found.get();
        List<Operand> operands = new ArrayList<>();
        List<BigDecimal> weights = new ArrayList<>();
        if (fields.node(kind.word).isObject()) {
            Fields weighted = fields.object(kind.word);
            fields.node(kind.word).fieldNames().forEachRemaining(name -> {
                operands.add(Operand.answer(name));
                weights.add(weighted.decimal(name).orElse(BigDecimal.ONE));
            });
            weighted.done();
        } else {
            operands.addAll(Inputs.read(fields, kind.word));
        }
        if (operands.isEmpty()) {
            fields.problem(kind.word, "needs at least one question");
        }
        Optional<Integer> needs =
                fields.has("needs") ? Optional.of(fields.integer("needs", 1, MOST, 1)) : Optional.empty();
        return Optional.of(new Total(kind, operands, weights, needs, Rounding.read(fields, kind.usualRounding())));
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        Optional<BigDecimal> total = Optional.empty();
        BigDecimal divisor = BigDecimal.ZERO;
        int found = 0;
        for (int i = 0; i < of.size(); i++) {
            Optional<BigDecimal> number = of.get(i).value(known).flatMap(Value::number);
            if (number.isPresent()) {
                BigDecimal weight = weights.isEmpty() ? BigDecimal.ONE : weights.get(i);
                BigDecimal next = number.get().multiply(weight);
                total = Optional.of(total.map(sum -> kind.join(sum, next)).orElse(next));
                divisor = divisor.add(weight);
                found++;
            }
        }
        if (total.isEmpty() || found < needs.orElse(of.size()) || (kind == Kind.MEAN && divisor.signum() == 0)) {
            return Optional.empty();
        }
        BigDecimal number = total.get();
        return Optional.of(kind == Kind.MEAN ? rounding.quotient(number, divisor) : rounding.of(number));
    }

    /** The items of a matrix have its weight. */
    @Override
    public Formula withItems(AnswerTypes types) {
        List<Operand> items = new ArrayList<>();
        List<BigDecimal> each = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<Operand> named = Inputs.items(of.get(i), types).toList();
            items.addAll(named);
            each.addAll(weights.isEmpty() ? List.of() : Collections.nCopies(named.size(), weights.get(i)));
        }
        return new Total(kind, items, each, needs, rounding);
    }

    @Override
    public Set<String> questions() {
        return Inputs.questions(of);
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return kind == Kind.SUM && weights.isEmpty() && needs.isEmpty() ? Inputs.sumOf(of, types) : rounding.numbers();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        Inputs.mustBeNumbers(kind.word, of, references, problems);
        if (needs.filter(many -> many > of.size()).isPresent() && !of.isEmpty()) {
            problems.add("needs", "is " + needs.get() + ", more than there are values");
        }
    }

    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (weights.isEmpty()) {
            json.put(kind.word, Inputs.toJson(of));
        } else {
            Map<String, Object> weighted = new LinkedHashMap<>();
            for (int i = 0; i < of.size(); i++) {
                weighted.put(of.get(i).description(), weights.get(i));
            }
            json.put(kind.word, weighted);
        }
        needs.ifPresent(many -> json.put("needs", many));
        rounding.writeTo(json, kind.usualRounding());
        return json;
    }
}
