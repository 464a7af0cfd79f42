package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders in a content resource: <code>{{1}}</code>. */
final class Placeholders {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private Placeholders() {}

    /** The names of all placeholders. */
    static Set<String> in(JsonNode json) {
        Set<String> names = new TreeSet<>();
        map(json, text -> {
            PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
            return text;
        });
        return names;
    }

    /** A copy with all placeholders replaced. */
    static JsonNode fill(JsonNode json, Map<String, String> values) {
        return map(
                json,
                text -> PLACEHOLDER
                        .matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group()))));
    }

    private static JsonNode map(JsonNode json, UnaryOperator<String> change) {
        if (json.isTextual()) {
            return TextNode.valueOf(change.apply(json.asText()));
        }
        if (json.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> copy.add(map(item, change)));
            return copy;
        }
        if (json.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> copy.set(field.getKey(), map(field.getValue(), change)));
            return copy;
        }
        return json;
    }
}
