package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;

/** Reads conditions. */
final class ConditionReader {
    private ConditionReader() {}

    static Condition condition(Fields fields) {
        Condition condition = parse(fields);
        fields.done();
        return condition;
    }

    private static Condition parse(Fields fields) {
        if (fields.has("answer")) {
            return onAnswer(fields);
        }
        if (fields.has("answered")) {
            return Condition.answer(fields.required("answered"));
        }
        if (fields.has("variable")) {
            List<String> values = fields.has("is") ? List.of(fields.required("is")) : fields.texts("in");
            return new Condition.OnVariable(fields.required("variable"), values);
        }
        if (fields.has("language")) {
            return new Condition.OnLanguage(fields.required("language"));
        }
        if (fields.has("channel")) {
            return new Condition.OnChannel(fields.required("channel"));
        }
        if (fields.has("all")) {
            return new Condition.All(fields.objects("all").stream()
                    .map(ConditionReader::condition)
                    .toList());
        }
        if (fields.has("any")) {
            return new Condition.Any(fields.objects("any").stream()
                    .map(ConditionReader::condition)
                    .toList());
        }
        if (fields.has("not")) {
            return new Condition.Not(condition(fields.object("not")));
        }
        fields.problem("", "needs one of answer, answered, variable, language, channel, all, any, not");
        return Condition.All.ALWAYS;
    }

    private static Condition onAnswer(Fields fields) {
        String question = fields.required("answer");
        List<Condition> parts = new ArrayList<>();
        if (fields.has("is")) {
            parts.add(new Condition.OnAnswer(
                    question, Condition.Is.SAME, List.of(fields.node("is").asText())));
        }
        if (fields.has("in")) {
            parts.add(new Condition.OnAnswer(question, Condition.Is.IN, fields.texts("in")));
        }
        for (Condition.Is limit : List.of(Condition.Is.AT_LEAST, Condition.Is.AT_MOST)) {
            fields.decimal(limit.word())
                    .ifPresent(number ->
                            parts.add(new Condition.OnAnswer(question, limit, List.of(number.toPlainString()))));
        }
        if (parts.isEmpty()) {
            fields.problem("", "needs one of is, in, atLeast, atMost with \"answer\"");
            return Condition.answer(question);
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }
}
