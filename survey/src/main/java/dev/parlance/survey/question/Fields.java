package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of a JSON object, read one by one. What is of another type, or was never asked for, is a problem, reported with
 * its place; reading goes on with a default.
 */
public final class Fields {
    private static final int MOST_DIGITS = 15;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final JsonNode object;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();

    /** The fields of an object at a place. */
    public Fields(JsonNode object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        if (!object.isObject()) {
            problems.add(path, "has to be an object, in braces");
        }
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Reports a problem with a field; with the whole object, if the name is empty. */
    public void problem(String name, String what) {
        problems.add(name.isEmpty() ? path : path(name), what);
    }

    /** Whether there is such a field, and it is not null. */
    public boolean has(String name) {
        known.add(name);
        return object.hasNonNull(name);
    }

    /** A field as it is; a missing node if there is none. */
    public JsonNode node(String name) {
        known.add(name);
        return object.path(name);
    }

    /** A text. */
    public Optional<String> text(String name) {
        return value(name, JsonNode::isTextual, "a text, in quotes", JsonNode::asText);
    }

    /** A text that must be there; empty, and a problem, if it is not. */
    public String required(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty() && !object.hasNonNull(name)) {
            problem("", "needs \"" + name + "\"");
        }
        return text.orElse("");
    }

    /** A whole number between two bounds, or this where there is none. */
    public int integer(String name, int least, int most, int otherwise) {
        Optional<BigDecimal> number = decimal(name);
        if (number.isEmpty()) {
            return otherwise;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.get().compareTo(BigDecimal.valueOf(least)) < 0
                || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            problem(name, "has to be a whole number from " + least + " to " + most + ", not " + number.get());
            return otherwise;
        }
        return number.get().intValueExact();
    }

    /** A number. */
    public Optional<BigDecimal> decimal(String name) {
        Optional<BigDecimal> number = value(name, JsonNode::isNumber, "a number", JsonNode::decimalValue);
        if (number.filter(Fields::isTooLong).isPresent()) {
            problem(name, "has to be a number of at most " + MOST_DIGITS + " digits before and behind the point");
            return Optional.empty();
        }
        return number;
    }

    private static boolean isTooLong(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before > MOST_DIGITS || number.scale() > MOST_DIGITS;
    }

    /** Whether a field is true; false where there is none. */
    public boolean flag(String name) {
        return value(name, JsonNode::isBoolean, "true or false", JsonNode::asBoolean)
                .orElse(false);
    }

    /** A choice of one word; the first is what it is by default. */
    public String oneOf(String name, String... words) {
        String word = text(name).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            problem(name, "is \"" + word + "\", but can be " + String.join(", ", words));
            return words[0];
        }
        return word;
    }

    /** A text that stands for something else, such as a day. */
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

    /** A time such as {@code PT24H}. */
    public Optional<Duration> duration(String name) {
        return parsed(name, "a time such as PT24H or P7D", Duration::parse).filter(time -> isUsable(name, time));
    }

    /** Times, each after which something is to happen. */
    public List<Duration> durations(String name) {
        List<Duration> durations = new ArrayList<>();
        for (String text : texts(name)) {
            parsed(name, text, "a time such as PT24H or P7D", Duration::parse)
                    .filter(time -> isUsable(name, time))
                    .ifPresent(durations::add);
        }
        return durations;
    }

    private boolean isUsable(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            problem(name, "has to be longer than nothing");
            return false;
        }
        if (time.compareTo(LONGEST) > 0) {
            problem(name, "has to be at most ten years, P" + LONGEST.toDays() + "D");
            return false;
        }
        return true;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isTextual() || items.get(i).isNumber()) {
                texts.add(items.get(i).asText());
            } else {
                problem(name + "[" + i + "]", "has to be a text, in quotes");
            }
        }
        return texts;
    }

    /** A text of a list, and what else is said about it where it is an object. */
    public record Item(String text, Optional<Fields> fields) {}

    /** The texts of a list; where one is an object, its text has this name. */
    public List<Item> items(String name, String textName) {
        List<Item> read = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            if (items.get(i).isTextual() || items.get(i).isNumber()) {
                read.add(new Item(items.get(i).asText(), Optional.empty()));
            } else if (items.get(i).isObject()) {
                Fields fields = new Fields(items.get(i), path(place), problems);
                read.add(new Item(fields.required(textName), Optional.of(fields)));
            } else {
                problem(place, "has to be a text, in quotes, or an object with \"" + textName + "\"");
            }
        }
        return read;
    }

    /** A list of objects. */
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
            problem(name, "has to be a list, in brackets");
        }
        return items;
    }

    /** An object. */
    public Fields object(String name) {
        return new Fields(node(name), path(name), problems);
    }

    /** The names of all fields that are there. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reports every field that nobody asked for. */
    public void done() {
        for (String name : names()) {
            if (!known.contains(name) && !name.startsWith("$")) {
                problem(name, "is unknown here; known are " + String.join(", ", known));
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
            problem(name, "has to be " + wanted);
            return Optional.empty();
        }
        return Optional.of(read.apply(value));
    }
}
