package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value that is computed from answers. In {@code survey.json}:
 *
 * <pre>
 * {"id": "score", "kind": "compute", "sum": ["sleep", "appetite", "energy"]},
 * {"id": "severity", "kind": "compute", "of": "score", "bands": {"minimal": 0, "mild": 5, "severe": 15}}
 * </pre>
 *
 * <p>The prompt {@code severity.mild} says the value {@code mild} in the words of a language.
 *
 * @param answers what the values can be, once the survey's other questions are known
 */
public record Computation(QuestionSettings settings, Formula formula, AnswerType answers) implements Automatic {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("compute", Computation::read)
            .schema(FormulaSchema.PROPERTIES)
            .rules(FormulaSchema.RULES);

    private static final List<Function<Fields, Optional<Formula>>> READERS = List.of(
            Total::read,
            Count::read,
            Difference::read,
            Quotient::read,
            Elapsed::read,
            Bands::read,
            Points::read,
            PartOf::read,
            FirstKnown::read,
            Cases::read,
            Template::read);

    /** A value with this name. */
    public static Computation of(String id, Formula formula) {
        return new Computation(QuestionSettings.of(id), formula, AnswerType.open());
    }

    private static Computation read(Fields fields, QuestionSettings settings) {
        List<Formula> found = READERS.stream()
                .flatMap(reader -> reader.apply(fields).stream())
                .toList();
        if (found.size() != 1) {
            fields.problem(
                    "",
                    "needs " + (found.isEmpty() ? "" : "only ") + "one of sum, mean, product, least, greatest, count, "
                            + "difference, quotient, yearsSince, monthsSince, daysSince, bands, points, part, first, cases, text");
        }
        Formula formula = found.isEmpty() ? new FirstKnown(List.of()) : found.get(0);
        return new Computation(settings, formula, AnswerType.open());
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Computation withSettings(QuestionSettings newSettings) {
        return new Computation(newSettings, formula, answers);
    }

    @Override
    public Map<String, Object> details() {
        return formula.toJson();
    }

    @Override
    public Optional<Value> answer(ConditionContext known) {
        return formula.value(known);
    }

    @Override
    public Set<String> questions() {
        return formula.questions();
    }

    @Override
    public Computation typed(AnswerTypes types) {
        return new Computation(settings, formula, formula.type(types));
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        formula.check(references, problems);
    }
}
