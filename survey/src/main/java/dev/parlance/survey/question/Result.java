package dev.parlance.survey.question;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value from the reply to a {@link Request}. In {@code survey.json}:
 *
 * <pre>
 * {"id": "left", "kind": "result", "of": "stock", "at": "/items/0/left", "type": "number"}
 * {"id": "level", "kind": "result", "of": "member", "at": "/level", "values": ["silver", "gold"]}
 * {"id": "code", "kind": "result", "of": "stock", "type": "number"}
 * </pre>
 *
 * <p>If the reply does not have it, or in another form, it has no value.
 *
 * @param of the request
 * @param at the JSON Pointer to the value; empty for the status of the reply
 * @param answers what the values can be
 */
public record Result(QuestionSettings settings, String of, Optional<String> at, AnswerType answers)
        implements Automatic {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("result", Result::read)
            .schema("""
            {
              "of": {"type": "string", "description": "The request whose reply has the value."},
              "at": {"type": "string", "pattern": "^(/|$)", "examples": ["/items/0/left"], "description": "The JSON Pointer to the value, such as /items/0/left. Without it, the value is the reply's status."},
              "type": {"enum": ["text", "number", "date"], "default": "text", "description": "What the value is."},
              "values": {"type": "array", "minItems": 1, "items": {"type": ["string", "number"]}, "description": "The values that there can be."}
            }""")
            .rules("{\"required\": [\"of\"], \"not\": {\"required\": [\"type\", \"values\"]}}");

    private static final Pattern POINTER = Pattern.compile("(/.*)?", Pattern.DOTALL);
    private static final int LONGEST = 500;
    private static final int MAX_DIGITS = 20;
    private static final AnswerType NUMBERS = new AnswerType.Numbers(Optional.empty(), Optional.empty(), 15, false);

    private static Question read(Fields fields, QuestionSettings settings) {
        String of = fields.required("of");
        Optional<String> at = fields.parsed("at", POINTER, "a JSON Pointer such as /items/0/left", JsonPointer::compile)
                .map(JsonPointer::toString);
        String type = fields.oneOf("type", "text", "number", "date");
        List<String> values = fields.textsOrNumbers("values");
        if (values.isEmpty() && fields.has("values")) {
            fields.problem("values", "needs at least one value");
        }
        if (fields.has("values") && fields.has("type")) {
            fields.problem("type", "has no effect beside \"values\"");
        }
        return new Result(settings, of, at, values.isEmpty() ? typeOf(type) : new AnswerType.Options(values, 1));
    }

    private static AnswerType typeOf(String word) {
        return switch (word) {
            case "number" -> NUMBERS;
            case "date" -> AnswerType.open(Order.DATES);
            default -> AnswerType.open();
        };
    }

    /** The value in a reply; empty if it is not there, or in another form. */
    public Optional<String> in(JsonNode reply, int status) {
        if (at.isEmpty()) {
            return status == 0
                    ? Optional.empty()
                    : Optional.of(Integer.toString(status)).filter(this::fits);
        }
        JsonNode found = reply.at(at.get());
        return Optional.of(found)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .flatMap(Result::text)
                .filter(this::fits);
    }

    /** The value in words. A number can have so many digits that writing them all would take all memory. */
    private static Optional<String> text(JsonNode value) {
        if (!value.isNumber()) {
            return Optional.of(value.asText());
        }
        BigDecimal number = value.decimalValue();
        long digits = (long) number.precision() - number.scale();
        return digits <= MAX_DIGITS && number.scale() <= MAX_DIGITS
                ? Optional.of(number.toPlainString())
                : Optional.empty();
    }

    private boolean fits(String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            return false;
        }
        if (answers instanceof AnswerType.Options options) {
            return options.all().contains(value);
        }
        return switch (answers.order()) {
            case NONE -> true;
            case DATES -> isDay(value);
            default -> answers.order() == Order.of(value);
        };
    }

    private static boolean isDay(String value) {
        try {
            return Order.of(value) == Order.DATES
                    && LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Result withSettings(QuestionSettings newSettings) {
        return new Result(newSettings, of, at, answers);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>(Map.of("of", of));
        at.ifPresent(pointer -> details.put("at", pointer));
        if (answers instanceof AnswerType.Options options) {
            details.put("values", options.all());
        } else if (answers.order() != Order.NONE) {
            details.put("type", answers.order() == Order.NUMBERS ? "number" : "date");
        }
        return details;
    }

    /** What is known of it already: it is known as soon as there is a reply. */
    @Override
    public Optional<Value> answer(ConditionContext known) {
        return known.answer(id());
    }

    @Override
    public Set<String> questions() {
        return Set.of(of);
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        references.check("of", Operand.answer(of));
        references
                .of(of)
                .filter(type -> !type.equals(RequestOutcome.TYPE))
                .ifPresent(type -> problems.add("of", "is \"" + of + "\", which is not a request"));
    }
}
