package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of a JSON object, read one by one: what is of another type, or unknown, is a fault. */
final class Fields {
    private static final int MOST_DIGITS = 15;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final JsonNode object;
    private final String path;
    private final Faults faults;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        if (!object.isObject()) {
            faults.add(path, "has to be an object, in braces");
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void fault(String name, String what) {
        faults.add(name.isEmpty() ? path : path(name), what);
    }

    boolean has(String name) {
        known.add(name);
        return object.hasNonNull(name);
    }

    JsonNode node(String name) {
        known.add(name);
        return object.path(name);
    }

    Optional<String> text(String name) {
        return value(name, JsonNode::isTextual, "a text, in quotes", JsonNode::asText);
    }

    String required(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty() && !object.hasNonNull(name)) {
            fault("", "needs \"" + name + "\"");
        }
        return text.orElse("");
    }

    int integer(String name, int least, int most, int otherwise) {
        Optional<BigDecimal> number = decimal(name);
        if (number.isEmpty()) {
            return otherwise;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        if (!whole
                || number.get().compareTo(BigDecimal.valueOf(least)) < 0
                || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(name, "has to be a whole number from " + least + " to " + most + ", not " + number.get());
            return otherwise;
        }
        return number.get().intValueExact();
    }

    Optional<BigDecimal> decimal(String name) {
        Optional<BigDecimal> number = value(name, JsonNode::isNumber, "a number", JsonNode::decimalValue);
        if (number.filter(Fields::isTooLong).isPresent()) {
            fault(name, "has to be a number of at most " + MOST_DIGITS + " digits before and behind the point");
            return Optional.empty();
        }
        return number;
    }

    private static boolean isTooLong(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        return before > MOST_DIGITS || number.scale() > MOST_DIGITS;
    }

    boolean flag(String name) {
        return value(name, JsonNode::isBoolean, "true or false", JsonNode::asBoolean)
                .orElse(false);
    }

    /** A choice of one word; the first is what it is by default. */
    String oneOf(String name, String... words) {
        String word = text(name).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            fault(name, "is \"" + word + "\", but can be " + String.join(", ", words));
            return words[0];
        }
        return word;
    }

    /** A text that stands for something else, such as a day. */
    <T> Optional<T> parsed(String name, String wanted, Function<String, T> parse) {
        return text(name).flatMap(text -> parsed(name, text, wanted, parse));
    }

    private <T> Optional<T> parsed(String name, String text, String wanted, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (RuntimeException e) {
            fault(name, "is \"" + text + "\", which is not " + wanted);
            return Optional.empty();
        }
    }

    Optional<Duration> duration(String name) {
        return parsed(name, "a time such as PT24H or P7D", Duration::parse).filter(time -> isUsable(name, time));
    }

    /** Times, each after which something is to happen. */
    List<Duration> durations(String name) {
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
            fault(name, "has to be longer than nothing");
            return false;
        }
        if (time.compareTo(LONGEST) > 0) {
            fault(name, "has to be at most ten years, P" + LONGEST.toDays() + "D");
            return false;
        }
        return true;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isTextual() || items.get(i).isNumber()) {
                texts.add(items.get(i).asText());
            } else {
                fault(name + "[" + i + "]", "has to be a text, in quotes");
            }
        }
        return texts;
    }

    /** A text of a list, and what else is said about it where it is an object. */
    record Item(String text, Optional<Fields> fields) {}

    /** The texts of a list; where one is an object, its text has this name. */
    List<Item> items(String name, String textName) {
        List<Item> read = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            if (items.get(i).isTextual() || items.get(i).isNumber()) {
                read.add(new Item(items.get(i).asText(), Optional.empty()));
            } else if (items.get(i).isObject()) {
                Fields fields = new Fields(items.get(i), path(place), faults);
                read.add(new Item(fields.required(textName), Optional.of(fields)));
            } else {
                fault(place, "has to be a text, in quotes, or an object with \"" + textName + "\"");
            }
        }
        return read;
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            objects.add(new Fields(items.get(i), path(name) + "[" + i + "]", faults));
        }
        return objects;
    }

    private List<JsonNode> items(String name) {
        JsonNode list = node(name);
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (object.hasNonNull(name)) {
            fault(name, "has to be a list, in brackets");
        }
        return items;
    }

    Fields object(String name) {
        return new Fields(node(name), path(name), faults);
    }

    Faults faults() {
        return faults;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Finds fault with every field that was not asked for. */
    void done() {
        for (String name : names()) {
            if (!known.contains(name) && !name.startsWith("$")) {
                fault(name, "is unknown here; known are " + String.join(", ", known));
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
            fault(name, "has to be " + wanted);
            return Optional.empty();
        }
        return Optional.of(read.apply(value));
    }
}
