package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions, and the values that they compare. */
final class ConditionReader {
    private static final String KINDS =
            "answer, answered, variable, contact, inGroup, survey, daysFromToday, minutesFromNow, language, channel, all, any, not";

    private ConditionReader() {}

    static Condition condition(Fields fields) {
        Condition condition = read(fields);
        fields.done();
        return condition;
    }

    private static Condition read(Fields fields) {
        if (fields.has("answered")) {
            return answered(fields);
        }
        if (fields.has("inGroup")) {
            return new Condition.InGroup(fields.name("inGroup"));
        }
        Optional<Operand> left = named(fields);
        if (left.isPresent()) {
            return comparisons(left.get(), fields);
        }
        if (fields.has("language")) {
            return new Condition.OnLanguage(fields.required("language"));
        }
        if (fields.has("channel")) {
            return new Condition.OnChannel(fields.required("channel"));
        }
        if (fields.has("all")) {
            return new Condition.All(conditions(fields, "all"));
        }
        if (fields.has("any")) {
            return new Condition.Any(conditions(fields, "any"));
        }
        if (fields.has("not")) {
            return new Condition.Not(condition(fields.object("not")));
        }
        fields.problem("", "needs one of " + KINDS);
        return Condition.All.ALWAYS;
    }

    private static Condition answered(Fields fields) {
        String question = fields.required("answered");
        return fields.has("survey")
                ? Condition.answerIn(fields.required("survey"), question)
                : Condition.answer(question);
    }

    private static List<Condition> conditions(Fields fields, String name) {
        return fields.objects(name).stream().map(ConditionReader::condition).toList();
    }

    private static Condition comparisons(Operand left, Fields fields) {
        List<Condition> parts = new ArrayList<>();
        for (Comparison.Is is : Comparison.Is.values()) {
            if (is != Comparison.Is.ANSWERED && fields.has(is.word())) {
                List<Operand> right = is == Comparison.Is.IN
                        ? fields.operands(is.word())
                        : fields.operand(is.word()).stream().toList();
                parts.add(new Comparison(left, is, right));
            }
        }
        boolean canBeUnknown = left instanceof Operand.Variable || left instanceof Operand.ContactField;
        if (parts.isEmpty() && !canBeUnknown) {
            fields.problem(
                    "",
                    "needs one of is, in, atLeast, atMost, moreThan, lessThan with \""
                            + left.fields().keySet().iterator().next() + "\"");
        }
        if (parts.isEmpty()) {
            return new Comparison(left, Comparison.Is.ANSWERED, List.of());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    /** The operand that an object names, if it names one. */
    private static Optional<Operand> named(Fields fields) {
        if (fields.has("survey")) {
            return Optional.of(Operand.answerIn(fields.required("survey"), fields.required("answer")));
        }
        if (fields.has("answer")) {
            return Optional.of(Operand.answer(fields.required("answer")));
        }
        if (fields.has("variable")) {
            return Optional.of(Operand.variable(fields.required("variable")));
        }
        if (fields.has("contact")) {
            return Optional.of(Operand.contact(fields.name("contact")));
        }
        if (fields.has("daysFromToday")) {
            return Optional.of(Operand.daysFromToday(fields.integer("daysFromToday", -36_500, 36_500, 0)));
        }
        if (fields.has("minutesFromNow")) {
            return Optional.of(Operand.minutesFromNow(fields.integer("minutesFromNow", -1_439, 1_439, 0)));
        }
        return fields.has("value") ? fixed(fields.node("value"), fields, "value") : Optional.empty();
    }

    private static Optional<Operand> fixed(JsonNode node, Fields fields, String name) {
        if (node.isNumber()) {
            return Optional.of(Operand.fixed(node.decimalValue()));
        }
        if (node.isTextual() || node.isBoolean()) {
            return Optional.of(Operand.fixed(node.asText()));
        }
        fields.problem(name, "must be text, a number, true or false");
        return Optional.empty();
    }

    /** Reads an operand: a fixed value, or an object that names one. Its problems are reported for this field. */
    static Optional<Operand> operand(JsonNode node, Fields fields, String name) {
        if (node.isValueNode() && !node.isNull()) {
            return fixed(node, fields, name);
        }
        if (node.isObject()) {
            Fields object = fields.at(node, name);
            Optional<Operand> operand = named(object);
            if (operand.isEmpty()) {
                object.problem("", "needs one of answer, variable, contact, daysFromToday, minutesFromNow");
            }
            object.done();
            return operand;
        }
        fields.problem(
                name, "must be a value, or an object with answer, variable, contact, daysFromToday or minutesFromNow");
        return Optional.empty();
    }
}
