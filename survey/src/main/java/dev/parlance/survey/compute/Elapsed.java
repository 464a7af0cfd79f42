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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole years, months or days from a day to today, such as an age. */
record Elapsed(ChronoUnit unit, Operand since) implements Formula {
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS);

    static Optional<Formula> read(Fields fields) {
        return UNITS.stream()
                .filter(unit -> fields.has(word(unit)))
                .findFirst()
                .map(unit -> new Elapsed(unit, Inputs.one(fields, word(unit))));
    }

    private static String word(ChronoUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT) + "Since";
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        return since.value(known)
                .flatMap(Difference::day)
                .flatMap(day -> known.today().map(today -> Value.of(Long.toString(unit.between(day, today)))));
    }

    @Override
    public Set<String> questions() {
        return since.questions();
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return new AnswerType.Numbers(Optional.empty(), Optional.empty(), 0, false);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        Inputs.mustBe(Order.DATES, word(unit), since, references, problems);
    }

    @Override
    public Map<String, Object> toJson() {
        return Map.of(word(unit), Inputs.toJson(since));
    }
}
