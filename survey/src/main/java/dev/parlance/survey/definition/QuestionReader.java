package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the questions and conditions in {@code survey.json}. */
final class QuestionReader {
    private QuestionReader() {}

    static Question question(Fields fields, Kinds kinds) {
        QuestionSettings settings = settings(fields);
        String name = fields.required("kind");
        Optional<QuestionKind> kind = kinds.find(name);
        if (kind.isEmpty()) {
            if (!name.isEmpty()) {
                fields.problem("kind", "is \"" + name + "\", but must be one of " + String.join(", ", kinds.names()));
            }
            return new UnknownKind(settings);
        }
        Question question = kind.get().read(fields, settings);
        fields.done();
        return question;
    }

    private static QuestionSettings settings(Fields fields) {
        String id = fields.required("id");
        return new QuestionSettings(
                id,
                fields.text("prompt").orElse(id),
                condition(fields, "when"),
                next(fields),
                fields.flag("optional"),
                attempts(fields));
    }

    private static List<Jump> next(Fields fields) {
        List<Jump> jumps = new ArrayList<>();
        if (fields.node("next").isTextual()) {
            jumps.add(new Jump(Condition.All.ALWAYS, fields.required("next")));
            return jumps;
        }
        for (Fields jump : fields.objects("next")) {
            jumps.add(new Jump(condition(jump, "when"), jump.required("to")));
            jump.done();
        }
        return jumps;
    }

    static Optional<Attempts> attempts(Fields fields) {
        if (!fields.has("attempts")) {
            return Optional.empty();
        }
        Fields attempts = fields.object("attempts");
        int most = attempts.integer("most", 1, 100, Attempts.DEFAULT.max());
        String then = attempts.oneOf("then", "goOn", "skip", "end", "handOver");
        Optional<String> to = attempts.text("handOver");
        attempts.done();
        if (then.equals("handOver") != to.isPresent()) {
            attempts.problem(
                    "", "needs \"handOver\" (a phone number or a URL) if \"then\" is \"handOver\", and only then");
            return Optional.empty();
        }
        return Optional.of(
                switch (then) {
                    case "end" -> Attempts.thenEnd(most);
                    case "handOver" -> Attempts.thenHandOver(most, to.orElseThrow());
                    case "skip" -> Attempts.thenSkip(most);
                    default -> Attempts.thenContinue(most);
                });
    }

    static Condition condition(Fields fields, String name) {
        return fields.has(name) ? condition(fields.object(name)) : Condition.All.ALWAYS;
    }

    private static Condition condition(Fields fields) {
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
                    .map(QuestionReader::condition)
                    .toList());
        }
        if (fields.has("any")) {
            return new Condition.Any(fields.objects("any").stream()
                    .map(QuestionReader::condition)
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
