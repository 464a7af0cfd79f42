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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** A value with this name. */
    public static Computation of(String id, Formula formula) {
        return new Computation(QuestionSettings.of(id), formula, AnswerType.open());
    }

    private static Computation read(Fields fields, QuestionSettings settings) {
        Formula formula = FormulaReader.read(fields);
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
        Formula whole = formula.withItems(types);
        return new Computation(settings, whole, whole.type(types));
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        formula.check(references, problems);
    }
}
