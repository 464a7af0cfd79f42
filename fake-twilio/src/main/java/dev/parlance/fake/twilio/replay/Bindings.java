package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which value each mask of a recording stands for now: one mask for one value. */
final class Bindings {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern MASK = Pattern.compile("[A-Z]{2}[0-9a-f]{32}|\\+[1-9]\\d{6,14}|\\btext-\\d+"
            + "|\\bperson-\\d+@example\\.com|\\b(?:https?|wss?)://example\\.com/url-\\d+|\\b0\\d{2,}\\b");
    private static final Pattern SEPARATOR = Pattern.compile("[/?&=]|\\.json");

    private final Map<String, String> values;
    private final Map<String, String> masks;

    Bindings() {
        this(new HashMap<>(), new HashMap<>());
    }

    private Bindings(Map<String, String> values, Map<String, String> masks) {
        this.values = values;
        this.masks = masks;
    }

    Bindings copy() {
        return new Bindings(new HashMap<>(values), new HashMap<>(masks));
    }

    /** Whether a recorded value is this value or can stand for it. If so, it does from now on. */
    boolean bind(String recorded, String value) {
        String channel = Kind.channelOf(recorded);
        if (!channel.isEmpty() && value.startsWith(channel)) {
            return bind(recorded.substring(channel.length()), value.substring(channel.length()));
        }
        if (!Kind.isMask(recorded)) {
            return recorded.equals(value) || bindInside(recorded, value);
        }
        if (Kind.of(recorded) == Kind.DATE) {
            return Kind.of(value) == Kind.DATE; // two dates that were different can be the same now
        }
        String bound = values.get(recorded);
        String mask = masks.get(value);
        if (bound != null || mask != null) {
            return value.equals(bound) && recorded.equals(mask);
        }
        boolean fits = recorded.equals(value) || Kind.fits(recorded, value);
        if (fits) {
            values.put(recorded, value);
            masks.put(value, recorded);
        }
        return fits;
    }

    /** Binds the masks within a text or a link, if the rest of it is the same. */
    private boolean bindInside(String recorded, String value) {
        List<String> inside =
                MASK.matcher(recorded).results().map(MatchResult::group).toList();
        if (inside.isEmpty()) {
            return false;
        }
        String form =
                Arrays.stream(MASK.split(recorded, -1)).map(Pattern::quote).collect(Collectors.joining("(.+?)"));
        Matcher matcher = Pattern.compile(form, Pattern.DOTALL).matcher(value);
        return matcher.matches()
                && IntStream.range(0, inside.size()).allMatch(i -> bind(inside.get(i), matcher.group(i + 1)));
    }

    /** Binds what a recorded answer and another answer to the same request have at the same places. */
    void bindAll(JsonNode recorded, JsonNode other) {
        if (recorded.isObject() && other.isObject()) {
            recorded.properties().forEach(field -> bindAll(field.getValue(), other.path(field.getKey())));
        } else if (recorded.isArray() && other.isArray()) {
            Iterator<JsonNode> others = other.iterator();
            recorded.forEach(one -> {
                if (others.hasNext()) {
                    bindAll(one, others.next());
                }
            });
        } else if (recorded.isTextual() && other.isTextual()) {
            bindParts(recorded.textValue(), other.textValue());
        }
    }

    private void bindParts(String recorded, String other) {
        String[] parts = SEPARATOR.split(recorded, -1);
        String[] others = SEPARATOR.split(other, -1);
        boolean isLink = parts.length > 2 && parts.length == others.length && !Kind.isMask(recorded);
        if (!isLink) {
            bind(recorded, other);
            return;
        }
        for (int i = 0; i < parts.length; i++) {
            bind(PathMask.decoded(parts[i]), PathMask.decoded(others[i]));
        }
    }

    /** A recorded text with the values that its masks stand for. */
    String value(String recorded) {
        String bound = values.get(recorded);
        if (bound != null) {
            return bound;
        }
        boolean isLink = recorded.startsWith("/") || recorded.startsWith("https://");
        return MASK.matcher(recorded).replaceAll(mask -> {
            String value = values.getOrDefault(mask.group(), mask.group());
            return Matcher.quoteReplacement(isLink ? PathMask.encoded(value) : value);
        });
    }

    /** A recorded document with the values that its masks stand for. */
    JsonNode value(JsonNode recorded) {
        if (recorded.isObject()) {
            ObjectNode copy = JSON.objectNode();
            recorded.properties().forEach(field -> copy.set(value(field.getKey()), value(field.getValue())));
            return copy;
        }
        if (recorded.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            recorded.forEach(one -> copy.add(value(one)));
            return copy;
        }
        return recorded.isTextual() ? JSON.textNode(value(recorded.textValue())) : recorded;
    }
}
