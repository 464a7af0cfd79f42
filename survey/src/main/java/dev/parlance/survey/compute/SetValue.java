package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.ValueSetter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sets a variable of the survey, or a field or a group of the person's contact, which later surveys of the store know. In {@code
 * survey.json}:
 *
 * <pre>
 * {"id": "plan", "kind": "set", "contact": "plan", "to": {"answer": "choice"}}
 * {"id": "visits", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}}
 * {"id": "joined", "kind": "set", "addTo": "members"}
 * </pre>
 *
 * <p>Its answer is the value, or {@code added} or {@code removed}.
 *
 * @param target what is set
 * @param name the name of the variable, the field or the group
 * @param to how the value follows from what is known
 * @param answers what the values can be, once the survey's other questions are known
 */
public record SetValue(QuestionSettings settings, Target target, String name, Formula to, AnswerType answers)
        implements ValueSetter {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("set", SetValue::read)
            .schema("""
            {
              "variable": {"$ref": "#/$defs/id", "description": "The variable to set, in this run of the survey."},
              "contact": {"$ref": "#/$defs/id", "description": "The field of the person's contact to set."},
              "addTo": {"$ref": "#/$defs/id", "description": "The group that the person joins."},
              "removeFrom": {"$ref": "#/$defs/id", "description": "The group that the person leaves."},
              "to": {
                "description": "The value, or where it comes from, or the fields of a compute.",
                "anyOf": [
                  {"$ref": "#/$defs/operand"},
                  FORMULA
                ]
              }
            }""".replace("FORMULA", FormulaSchema.OBJECT))
            .rules("""
            {
              "oneOf": [{"required": ["variable"]}, {"required": ["contact"]}, {"required": ["addTo"]}, {"required": ["removeFrom"]}],
              "if": {"anyOf": [{"required": ["variable"]}, {"required": ["contact"]}]},
              "then": {"required": ["to"]},
              "else": {"properties": {"to": false}}
            }""");

    private static final Set<String> OPERANDS =
            Set.of("answer", "variable", "contact", "survey", "daysFromToday", "minutesFromNow", "value");
    private static final String TO = "to";

    /** Sets a field of the contact. */
    public static SetValue contact(String id, String field, Formula to) {
        return of(id, Target.FIELD, field, to);
    }

    /** Sets a variable of the survey. */
    public static SetValue variable(String id, String variable, Formula to) {
        return of(id, Target.VARIABLE, variable, to);
    }

    /** Adds the person to a group. */
    public static SetValue addTo(String id, String group) {
        return of(id, Target.ADD, group, result(Target.ADD));
    }

    /** Removes the person from a group. */
    public static SetValue removeFrom(String id, String group) {
        return of(id, Target.REMOVE, group, result(Target.REMOVE));
    }

    private static Formula result(Target target) {
        return Formula.value(Operand.fixed(outcome(target)));
    }

    private static String outcome(Target target) {
        return target == Target.ADD ? "added" : "removed";
    }

    private static SetValue of(String id, Target target, String name, Formula to) {
        return new SetValue(QuestionSettings.of(id), target, name, to, AnswerType.open());
    }

    private static SetValue read(Fields fields, QuestionSettings settings) {
        List<Target> targets = Arrays.stream(Target.values())
                .filter(target -> fields.has(target.word()))
                .toList();
        boolean hasValue = fields.has(TO);
        if (targets.size() != 1) {
            fields.problem("", "needs exactly one of \"variable\", \"contact\", \"addTo\" and \"removeFrom\"");
            return new SetValue(settings, Target.ADD, "", result(Target.ADD), AnswerType.open());
        }
        Target target = targets.get(0);
        if (target.isGroup() && hasValue) {
            fields.problem(TO, "has no effect beside \"" + target.word() + "\"");
        }
        if (!target.isGroup() && !hasValue) {
            fields.problem("", "needs \"to\"");
        }
        Formula to = target.isGroup() || !hasValue ? result(target) : formula(fields);
        return new SetValue(settings, target, fields.name(target.word()), to, AnswerType.open());
    }

    private static Formula formula(Fields fields) {
        boolean isFormula =
                fields.node(TO).isObject() && fields.object(TO).names().stream().noneMatch(OPERANDS::contains);
        if (!isFormula) {
            return Formula.value(fields.operand(TO).orElseGet(() -> Operand.fixed("")));
        }
        Fields own = fields.object(TO);
        Formula formula = FormulaReader.read(own);
        own.done();
        return formula;
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public SetValue withSettings(QuestionSettings newSettings) {
        return new SetValue(newSettings, target, name, to, answers);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(target.word(), name);
        if (!target.isGroup()) {
            details.put(TO, to instanceof Itself itself ? Inputs.constant(itself.of()) : to.toJson());
        }
        return details;
    }

    /** The value to set; empty if something that it needs is not known, or tells nothing, such as "don't know". */
    @Override
    public Optional<Value> answer(ConditionContext known) {
        return to.value(known).filter(value -> !value.isRefusal());
    }

    @Override
    public Set<String> questions() {
        return to.questions();
    }

    @Override
    public SetValue typed(AnswerTypes types) {
        AnswerType type = target.isGroup() ? new AnswerType.Options(List.of(outcome(target)), 1) : to.type(types);
        return new SetValue(settings, target, name, to, type);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        if (target == Target.VARIABLE) {
            references.check(target.word(), Operand.variable(name));
        }
        BelowTo below = new BelowTo(to instanceof Itself, references);
        to.check(below, below.problems(problems));
    }
}
