package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the fields of a JSON object one by one. A field of the wrong type, or one that nothing reads, is reported as a problem
 * with its place; reading continues with a default.
 *
 * <p>There are two sorts of problems: {@link #problem} is for what the JSON Schema of the file finds too, {@link #valueProblem}
 * for what no schema can know.
 */
public final class Fields {
    private static final int MOST_DIGITS = 15;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final JsonNode object;
    private final String path;
    private final ProblemCollector problems;
    private final ProblemCollector valueProblems;
    private final Set<String> known = new TreeSet<>();

    /** Creates a reader for the object at this path. */
    public Fields(JsonNode object, String path, ProblemCollector problems) {
        this(object, path, problems, problems);
    }

    /** Creates a reader that reports the two sorts of problems apart. */
    public Fields(JsonNode object, String path, ProblemCollector problems, ProblemCollector valueProblems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        this.valueProblems = valueProblems;
        if (!object.isObject()) {
            problems.add(path, "must be an object, in braces");
        }
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * Reports a problem with a field, or with the whole object if the name is empty. The kind's schema finds it too: see {@link
     * QuestionKind#schema} and {@link QuestionKind#rules}.
     */
    public void problem(String name, String what) {
        problems.add(name.isEmpty() ? path : path(name), what);
    }

    /**
     * Reports a problem that no schema can know: values that don't fit together, such as a minimum above the maximum, or a text
     * without a meaning, such as 30 February.
     */
    public void valueProblem(String name, String what) {
        valueProblems.add(name.isEmpty() ? path : path(name), what);
    }

    /** Whether a text can name a question, a group, an agent and so on. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
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
        return value(name, node -> node.isTextual() || node.isNumber(), "text, in quotes, or a number", Fields::text);
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

    /** Reads a required name, such as the {@code id} of a question: a letter, then up to 63 letters, digits and underscores. */
    public String name(String field) {
        String name = required(field);
        if (object.path(field).isTextual()) {
            mustBeName(field, name);
        }
        return name;
    }

    private void mustBeName(String field, String name) {
        if (!isName(name)) {
            problem(
                    field,
                    "is \"" + name
                            + "\", but must start with a letter and contain at most 64 letters, digits and underscores");
        }
    }

    /** Reads an integer between two bounds (inclusive), with a default. */
    public int integer(String name, int least, int most, int defaultValue) {
        Optional<BigDecimal> number = value(name, JsonNode::isNumber, "a number", JsonNode::decimalValue);
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
            valueProblem(
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

    /** Reads a string and parses it, for example as a regular expression. */
    public <T> Optional<T> parsed(String name, String wanted, Function<String, T> parse) {
        return text(name).flatMap(text -> meaning(name, text, wanted, parse));
    }

    /** Reads a string that matches a pattern, which the schema has too, and parses it. */
    public <T> Optional<T> parsed(String name, Pattern form, String wanted, Function<String, T> parse) {
        return text(name).flatMap(text -> parsed(name, text, form, wanted, parse));
    }

    private <T> Optional<T> parsed(String name, TextForm form, Function<String, T> parse) {
        return parsed(name, form.pattern(), form.description(), parse);
    }

    private <T> Optional<T> parsed(String name, String text, Pattern form, String wanted, Function<String, T> parse) {
        if (form.matcher(text).matches()) {
            return meaning(name, text, wanted, parse);
        }
        problem(name, not(text, wanted));
        return Optional.empty();
    }

    private <T> Optional<T> meaning(String name, String text, String wanted, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (RuntimeException e) {
            valueProblem(name, not(text, wanted));
            return Optional.empty();
        }
    }

    private static String not(String text, String wanted) {
        return "is \"" + text + "\", which is not " + wanted;
    }

    /** Reads a date such as {@code 2026-12-24}. */
    public Optional<LocalDate> date(String name) {
        return parsed(name, TextForm.DATE, LocalDate::parse);
    }

    /** Reads a month such as {@code 2026-12}. */
    public Optional<YearMonth> month(String name) {
        return parsed(name, TextForm.MONTH, YearMonth::parse);
    }

    /** Reads a time of day such as {@code 21:00}. */
    public Optional<LocalTime> timeOfDay(String name) {
        return parsed(name, TextForm.TIME_OF_DAY, LocalTime::parse);
    }

    /** Reads a time with its offset. */
    public Optional<Instant> instant(String name) {
        return parsed(name, TextForm.INSTANT, text -> OffsetDateTime.parse(text).toInstant());
    }

    /** Reads a positive duration of at most ten years, such as {@code PT24H}. */
    public Optional<Duration> duration(String name) {
        return text(name).flatMap(text -> duration(name, text));
    }

    /** Reads a list of durations. */
    public List<Duration> durations(String name) {
        return texts(name).stream()
                .flatMap(text -> duration(name, text).stream())
                .toList();
    }

    private Optional<Duration> duration(String name, String text) {
        TextForm form = TextForm.DURATION;
        return parsed(name, text, form.pattern(), form.description(), Duration::parse)
                .filter(time -> isUsable(name, time));
    }

    private boolean isUsable(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            valueProblem(name, "must be longer than zero");
            return false;
        }
        if (time.compareTo(LONGEST) > 0) {
            valueProblem(name, "must be at most ten years (P" + LONGEST.toDays() + "D)");
            return false;
        }
        return true;
    }

    /** Reads a list of strings. */
    public List<String> texts(String name) {
        return texts(name, JsonNode::isTextual, "must be text, in quotes");
    }

    /** Reads a list of strings, which can also be written as numbers. */
    public List<String> textsOrNumbers(String name) {
        return texts(name, node -> node.isTextual() || node.isNumber(), "must be text, in quotes, or a number");
    }

    private List<String> texts(String name, Predicate<JsonNode> fits, String what) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            if (fits.test(items.get(i))) {
                texts.add(text(items.get(i)));
            } else {
                problem(name + "[" + i + "]", what);
            }
        }
        return texts;
    }

    private static String text(JsonNode node) {
        return node.isNumber() ? plain(node.decimalValue()) : node.asText();
    }

    /** Reads a list of objects. An item that is text or a number stands for an object with this one field. */
    public List<Fields> objects(String name, String shorthand) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            JsonNode item = items.get(i);
            if (item.isTextual() || item.isNumber()) {
                ObjectNode object = JsonNodeFactory.instance.objectNode().put(shorthand, text(item));
                objects.add(new Fields(object, path(place), problems, valueProblems));
            } else if (item.isObject()) {
                objects.add(new Fields(item, path(place), problems, valueProblems));
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
        return new Fields(node, path(name), problems, valueProblems);
    }

    /** Reads a list of objects. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            objects.add(new Fields(items.get(i), path(name) + "[" + i + "]", problems, valueProblems));
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
        return new Fields(node(name), path(name), problems, valueProblems);
    }

    /** The names of all fields of the object, in its order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The names of all fields of an object whose fields are named freely. Each must be a name such as that of a question. */
    public Set<String> freeNames() {
        Set<String> names = names();
        names.forEach(name -> mustBeName(name, name));
        return names;
    }

    /**
     * Reports each field that was never read as unknown, except one such as {@code $comment}, and each that is null. Call this
     * last.
     */
    public void done() {
        for (String name : names()) {
            boolean isKnown = known.contains(name);
            if (!isKnown && !name.startsWith("$")) {
                problem(name, "is unknown here; known fields are " + String.join(", ", known));
            }
            if (isKnown && object.path(name).isNull()) {
                problem(name, "must not be null; leave it out instead");
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
