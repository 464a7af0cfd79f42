package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object one by one. A field of the wrong type, or one that nothing reads, is reported as a problem
 * with its place; reading continues with a default.
 */
public final class Fields {
    private static final int MOST_DIGITS = 15;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final JsonNode object;
    private final String path;
    private final ProblemCollector problems;
    private final Set<String> known = new TreeSet<>();

    /** Creates a reader for the object at this path. */
    public Fields(JsonNode object, String path, ProblemCollector problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        if (!object.isObject()) {
            problems.add(path, "must be an object, in braces");
        }
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Reports a problem with a field, or with the whole object if the name is empty. */
    public void problem(String name, String what) {
        problems.add(name.isEmpty() ? path : path(name), what);
    }

    /** Whether the field exists and is not null. */
    public boolean has(String name) {
        known.add(name);
        return object.hasNonNull(name);
    }

    /** Returns a field as JSON; a missing node if it does not exist. */
    public JsonNode node(String name) {
        known.add(name);
        return object.path(name);
    }

    /** Reads a string. */
    public Optional<String> text(String name) {
        return value(name, JsonNode::isTextual, "text, in quotes", JsonNode::asText);
    }

    /** Reads a string, which can also be written as a number. */
    public Optional<String> textOrNumber(String name) {
        return value(
                name,
                node -> node.isTextual() || node.isNumber(),
                "text, in quotes, or a number",
                node -> node.isNumber() ? plain(node.decimalValue()) : node.asText());
    }

    private static String plain(BigDecimal number) {
        return isTooLong(number)
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** Reads a required string. If it is missing, reports a problem and returns an empty string. */
    public String required(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty() && !object.hasNonNull(name)) {
            problem("", "needs \"" + name + "\"");
        }
        return text.orElse("");
    }

    /** Reads an integer between two bounds (inclusive), with a default. */
    public int integer(String name, int least, int most, int defaultValue) {
        Optional<BigDecimal> number = decimal(name);
        if (number.isEmpty()) {
            return defaultValue;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.get().compareTo(BigDecimal.valueOf(least)) < 0
                || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            problem(name, "must be a whole number from " + least + " to " + most + ", not " + number.get());
            return defaultValue;
        }
        return number.get().intValueExact();
    }

    /** Reads a number. */
    public Optional<BigDecimal> decimal(String name) {
        Optional<BigDecimal> number = value(name, JsonNode::isNumber, "a number", JsonNode::decimalValue);
        if (number.filter(Fields::isTooLong).isPresent()) {
            problem(
                    name,
                    "must be a number with at most " + MOST_DIGITS + " digits before and after the decimal point");
            return Optional.empty();
        }
        return number;
    }

    private static boolean isTooLong(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before > MOST_DIGITS || number.scale() > MOST_DIGITS;
    }

    /** Reads a boolean. Default: false. */
    public boolean flag(String name) {
        return value(name, JsonNode::isBoolean, "true or false", JsonNode::asBoolean)
                .orElse(false);
    }

    /** Reads one of these words. Default: the first. */
    public String oneOf(String name, String... words) {
        String word = text(name).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            problem(name, "is \"" + word + "\", but must be one of " + String.join(", ", words));
            return words[0];
        }
        return word;
    }

    /** Reads a string and parses it, for example as a date. */
    public <T> Optional<T> parsed(String name, String wanted, Function<String, T> parse) {
        return text(name).flatMap(text -> parsed(name, text, wanted, parse));
    }

    private <T> Optional<T> parsed(String name, String text, String wanted, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (RuntimeException e) {
            problem(name, "is \"" + text + "\", which is not " + wanted);
            return Optional.empty();
        }
    }

    /** Reads a positive duration of at most ten years, such as {@code PT24H}. */
    public Optional<Duration> duration(String name) {
        return parsed(name, "a duration such as PT24H or P7D", Duration::parse).filter(time -> isUsable(name, time));
    }

    /** Reads a list of durations. */
    public List<Duration> durations(String name) {
        List<Duration> durations = new ArrayList<>();
        for (String text : texts(name)) {
            parsed(name, text, "a duration such as PT24H or P7D", Duration::parse)
                    .filter(time -> isUsable(name, time))
                    .ifPresent(durations::add);
        }
        return durations;
    }

    private boolean isUsable(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            problem(name, "must be longer than zero");
            return false;
        }
        if (time.compareTo(LONGEST) > 0) {
            problem(name, "must be at most ten years (P" + LONGEST.toDays() + "D)");
            return false;
        }
        return true;
    }

    /** Reads a list of strings. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isTextual() || items.get(i).isNumber()) {
                texts.add(items.get(i).asText());
            } else {
                problem(name + "[" + i + "]", "must be text, in quotes");
            }
        }
        return texts;
    }

    /** Reads a list of objects. An item that is text or a number stands for an object with this one field. */
    public List<Fields> objects(String name, String shorthand) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            JsonNode item = items.get(i);
            if (item.isTextual() || item.isNumber()) {
                ObjectNode object = JsonNodeFactory.instance.objectNode().put(shorthand, item.asText());
                objects.add(new Fields(object, path(place), problems));
            } else if (item.isObject()) {
                objects.add(new Fields(item, path(place), problems));
            } else {
                problem(place, "must be text, in quotes, or an object with \"" + shorthand + "\"");
            }
        }
        return objects;
    }

    /** Reads a condition. Default: the one that always holds. */
    public Condition condition(String name) {
        return has(name) ? ConditionReader.condition(object(name)) : Condition.All.ALWAYS;
    }

    /** Reads a value to compare or to compute with: a fixed one, or an object with {@code answer} or {@code variable}. */
    public Optional<Operand> operand(String name) {
        return has(name) ? ConditionReader.operand(node(name), this, name) : Optional.empty();
    }

    /** Reads a list of values to compare or to compute with. */
    public List<Operand> operands(String name) {
        List<Operand> operands = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            ConditionReader.operand(items.get(i), this, name + "[" + i + "]").ifPresent(operands::add);
        }
        return operands;
    }

    Fields at(JsonNode node, String name) {
        return new Fields(node, path(name), problems);
    }

    /** Reads a list of objects. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            objects.add(new Fields(items.get(i), path(name) + "[" + i + "]", problems));
        }
        return objects;
    }

    private List<JsonNode> items(String name) {
        JsonNode list = node(name);
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (object.hasNonNull(name)) {
            problem(name, "must be a list, in brackets");
        }
        return items;
    }

    /** Reads an object. */
    public Fields object(String name) {
        return new Fields(node(name), path(name), problems);
    }

    /** The names of all fields of the object, in its order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reports each field that was never read as unknown. Call this last. */
    public void done() {
        for (String name : names()) {
            if (!known.contains(name) && !name.startsWith("$")) {
                problem(name, "is unknown here; known fields are " + String.join(", ", known));
            }
        }
    }

    private <T> Optional<T> value(
            String name, Function<JsonNode, Boolean> fits, String wanted, Function<JsonNode, T> read) {
        JsonNode value = node(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.apply(value)) {
            problem(name, "must be " + wanted);
            return Optional.empty();
        }
        return Optional.of(read.apply(value));
    }
}
