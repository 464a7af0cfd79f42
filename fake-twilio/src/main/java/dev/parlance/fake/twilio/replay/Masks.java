package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invented values in place of real ones: the same value has the same mask within a recording.
 *
 * <p>Keeps only what is known to be harmless. A text that no rule knows is masked, so a new kind of secret is too.
 */
final class Masks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SID = Pattern.compile("([A-Z]{2})[0-9a-fA-F]{32}");
    private static final Pattern PHONE = Pattern.compile("(whatsapp:|rcs:)?\\+([1-9]\\d{6,14})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?"
            + "|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
    private static final Pattern WORD = Pattern.compile("[a-z]+([-_][a-z]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    private static final Pattern ERROR_PAGE = Pattern.compile("https://www\\.twilio\\.com/docs/errors/\\d{5}");
    private static final Set<String> WORDS = Set.of("status", "direction", "answered_by");
    private static final Set<String> OPEN = Set.of("data", "attributes", "context", "parameters", "variables");

    private final Map<String, String> masks = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** A copy of an answer with its texts masked. Objects whose fields users name are masked as a whole. */
    synchronized JsonNode json(String field, JsonNode value) {
        if (value.isObject()) {
            return OPEN.contains(field) ? JSON.textNode(text(value.toString())) : object(value);
        }
        if (value.isArray()) {
            ArrayNode masked = JSON.arrayNode();
            value.forEach(item -> masked.add(json(field, item)));
            return masked;
        }
        if (value.isTextual()) {
            return JSON.textNode(value(field, value.textValue()));
        }
        boolean harmless = value.isBoolean() || value.isNull() || value.isInt();
        return harmless ? value : JSON.numberNode(0);
    }

    private JsonNode object(JsonNode value) {
        ObjectNode masked = JSON.objectNode();
        value.properties().forEach(entry -> {
            String name = entry.getKey();
            String kept = FIELD.matcher(name).matches() ? name : text(name);
            masked.set(kept, json(name, entry.getValue()));
        });
        return masked;
    }

    /** The mask of a field's or a parameter's value. */
    synchronized String value(String field, String value) {
        Matcher phone = PHONE.matcher(value);
        if (value.isEmpty()
                || DATE.matcher(value).matches()
                || ERROR_PAGE.matcher(value).matches()) {
            return value;
        }
        if (SID.matcher(value).matches()) {
            return sid(value);
        }
        if (phone.matches()) {
            String channel = phone.group(1) == null ? "" : phone.group(1);
            return channel + phone(phone.group(2));
        }
        boolean word = WORDS.contains(field.toLowerCase(Locale.ROOT))
                && WORD.matcher(value).matches();
        return word ? value : text(value);
    }

    private String sid(String sid) {
        String prefix = sid.substring(0, 2);
        return masks.computeIfAbsent(sid, it -> {
            int number = next(prefix) - ("AC".equals(prefix) ? 1 : 0);
            return prefix + String.format(Locale.ROOT, "%032d", number);
        });
    }

    /** A number of the same country and length. Those of North America are in the range reserved for fiction. */
    private String phone(String digits) {
        return masks.computeIfAbsent("+" + digits, it -> {
            if (digits.startsWith("1") && digits.length() == 11) {
                int number = next("+1") - 1;
                return "+1" + (202 + number / 100) + "5550" + (100 + number % 100);
            }
            String country = digits.substring(0, Math.min(2, digits.length()));
            int rest = digits.length() - country.length();
            return "+" + country + String.format(Locale.ROOT, "%0" + rest + "d", next(country));
        });
    }

    private String text(String text) {
        return masks.computeIfAbsent("text:" + text, it -> "text-" + next("text"));
    }

    private int next(String kind) {
        return counts.merge(kind, 1, Integer::sum);
    }
}
