package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.TimeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the questions in {@code survey.json}. */
final class QuestionReader {
    private QuestionReader() {}

    static Question question(Fields fields, Kinds kinds) {
        QuestionSettings settings = settings(fields);
        String name = fields.required("kind");
        Optional<QuestionKind> kind = kinds.find(name);
        if (kind.isEmpty()) {
            if (fields.node("kind").isTextual()) {
                fields.problem("kind", "is \"" + name + "\", but must be one of " + String.join(", ", kinds.names()));
            }
            return new UnknownKind(settings);
        }
        Question question = kind.get().read(fields, settings);
        fields.done();
        return question;
    }

    private static QuestionSettings settings(Fields fields) {
        String id = fields.name("id");
        return new QuestionSettings(
                        id,
                        fields.text("prompt").orElse(id),
                        fields.condition("when"),
                        next(fields),
                        fields.flag("optional"),
                        attempts(fields))
                .withLimit(answerWithin(fields));
    }

    private static List<Jump> next(Fields fields) {
        List<Jump> jumps = new ArrayList<>();
        if (fields.node("next").isTextual()) {
            jumps.add(new Jump(Condition.All.ALWAYS, fields.required("next")));
            return jumps;
        }
        for (Fields jump : fields.objects("next")) {
            jumps.add(new Jump(jump.condition("when"), jump.required("to")));
            jump.done();
        }
        return jumps;
    }

    private static Optional<TimeLimit> answerWithin(Fields fields) {
        if (!fields.node("answerWithin").isObject()) {
            return fields.duration("answerWithin").map(TimeLimit::of);
        }
        Fields limit = fields.object("answerWithin");
        Optional<Duration> time = limit.duration("time");
        Optional<String> then = limit.text("then");
        if (!limit.has("time")) {
            limit.problem("", "needs \"time\", such as PT10M");
        }
        limit.done();
        return time.map(length -> new TimeLimit(length, then));
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
}
