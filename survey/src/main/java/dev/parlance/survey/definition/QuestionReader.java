package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.DateQuestion;
import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.NumberQuestion.Scale;
import dev.parlance.survey.question.PhoneQuestion;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TextQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads questions and conditions of {@code survey.json}. */
final class QuestionReader {
    private static final Map<String, BiFunction<Fields, Frame, Question>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("text", QuestionReader::text),
            Map.entry("number", (fields, frame) -> number(fields, frame, Scale.NUMBER)),
            Map.entry("rating", (fields, frame) -> number(fields, frame, Scale.RATING)),
            Map.entry("nps", (fields, frame) -> Question.nps(frame.id()).in(frame)),
            Map.entry("choice", (fields, frame) -> choice(fields, frame, false)),
            Map.entry("choices", (fields, frame) -> choice(fields, frame, true)),
            Map.entry("yesNo", (fields, frame) -> Question.yesNo(frame.id()).in(frame)),
            Map.entry("date", QuestionReader::date),
            Map.entry("time", (fields, frame) -> Question.time(frame.id()).in(frame)),
            Map.entry("phone", QuestionReader::phone),
            Map.entry("email", (fields, frame) -> Question.email(frame.id()).in(frame)),
            Map.entry(
                    "location", (fields, frame) -> Question.location(frame.id()).in(frame)),
            Map.entry("media", (fields, frame) -> Question.media(frame.id()).in(frame)),
            Map.entry(
                    "statement",
                    (fields, frame) -> Question.statement(frame.id()).in(frame))));

    /** A hundred lines of a few letters are as long as Twilio lets a text be. */
    private static final int MOST_OPTIONS = 100;

    private QuestionReader() {}

    static Question question(Fields fields) {
        Frame frame = frame(fields);
        String kind = fields.required("kind");
        BiFunction<Fields, Frame, Question> reader = KINDS.get(kind);
        if (reader == null) {
            if (!kind.isEmpty()) {
                fields.fault("kind", "is \"" + kind + "\", but can be " + String.join(", ", KINDS.keySet()));
            }
            // It is taken for another, so that what else is wrong can be told in its place.
            return Question.text(frame.id()).in(frame);
        }
        Question question = reader.apply(fields, frame);
        fields.done();
        return question;
    }

    private static Frame frame(Fields fields) {
        String id = fields.required("id");
        return new Frame(
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
            jumps.add(new Jump(Condition.All.OF_NONE, fields.required("next")));
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
        int most = attempts.integer("most", 1, 100, Attempts.DEFAULT.most());
        String then = attempts.oneOf("then", "goOn", "skip", "end", "handOver");
        Optional<String> to = attempts.text("handOver");
        attempts.done();
        if (then.equals("handOver") != to.isPresent()) {
            attempts.fault("", "needs \"handOver\", a phone number or a URL, just where \"then\" is \"handOver\"");
            return Optional.empty();
        }
        return Optional.of(
                switch (then) {
                    case "end" -> Attempts.thenEnd(most);
                    case "handOver" -> Attempts.thenHandOver(most, to.orElseThrow());
                    case "skip" -> Attempts.thenSkip(most);
                    default -> Attempts.thenGoOn(most);
                });
    }

    private static Question text(Fields fields, Frame frame) {
        return new TextQuestion(
                frame,
                fields.integer("least", 0, TextQuestion.LONGEST, 1),
                fields.integer("most", 1, TextQuestion.LONGEST, TextQuestion.LONGEST),
                fields.parsed("pattern", "a regular expression", Pattern::compile),
                fields.flag("recorded"));
    }

    private static Question number(Fields fields, Frame frame, Scale scale) {
        Optional<BigDecimal> least = fields.decimal("least");
        Optional<BigDecimal> most = fields.decimal("most");
        if (scale == Scale.RATING && (least.isEmpty() || most.isEmpty())) {
            fields.fault("", "needs \"least\" and \"most\"");
        }
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            fields.fault("least", "is greater than \"most\"");
        }
        return new NumberQuestion(frame, scale, least, most, fields.integer("decimals", 0, 10, 0));
    }

    private static Question choice(Fields fields, Frame frame, boolean several) {
        List<String> options = new ArrayList<>();
        Set<String> exclusive = new TreeSet<>();
        options(fields, several, options, exclusive);
        if (options.size() > MOST_OPTIONS) {
            fields.fault(
                    "options", "has " + options.size() + ": more than " + MOST_OPTIONS + " fit into no text message");
        }
        if (options.size() < 2) {
            fields.fault("options", "needs two options at least");
        }
        int count = Math.max(1, options.size());
        int least = several ? fields.integer("least", 1, count, 1) : 1;
        int most = several ? fields.integer("most", 1, count, count) : 1;
        boolean shuffled = fields.oneOf("order", "given", "random").equals("random");
        return new ChoiceQuestion(frame, options, least, most, shuffled, exclusive);
    }

    /** An option is a text, or an object where there is more to say about it. */
    private static void options(Fields fields, boolean several, List<String> options, Set<String> exclusive) {
        for (Fields.Item item : fields.items("options", "value")) {
            options.add(item.text());
            if (item.fields().isEmpty()) {
                continue;
            }
            if (item.fields().get().flag("exclusive")) {
                exclusive.add(item.text());
                if (!several) {
                    item.fields()
                            .get()
                            .fault("exclusive", "is for \"choices\": of a \"choice\" only one is chosen anyway");
                }
            }
            item.fields().get().done();
        }
    }

    private static Question date(Fields fields, Frame frame) {
        Optional<LocalDate> earliest = fields.parsed("earliest", "a day such as 2026-12-24", LocalDate::parse);
        Optional<LocalDate> latest = fields.parsed("latest", "a day such as 2026-12-24", LocalDate::parse);
        return new DateQuestion(frame, earliest, latest);
    }

    private static Question phone(Fields fields, Frame frame) {
        PhoneQuestion question = Question.phone(frame.id()).in(frame);
        return fields.parsed("country", "a country such as MX or a calling code such as 52", question::country)
                .orElse(question);
    }

    static Condition condition(Fields fields, String name) {
        return fields.has(name) ? condition(fields.object(name)) : Condition.All.OF_NONE;
    }

    private static Condition condition(Fields fields) {
        Condition condition = known(fields);
        fields.done();
        return condition;
    }

    private static Condition known(Fields fields) {
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
            return new Condition.SpokenIn(fields.required("language"));
        }
        if (fields.has("channel")) {
            String channel = fields.oneOf("channel", "text", "voice");
            return new Condition.TalkedBy(Channel.valueOf(channel.toUpperCase(Locale.ROOT)));
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
        fields.fault("", "needs one of answer, answered, variable, language, channel, all, any, not");
        return Condition.All.OF_NONE;
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
            fields.fault("", "needs one of is, in, atLeast, atMost beside \"answer\"");
            return Condition.answer(question);
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }
}
