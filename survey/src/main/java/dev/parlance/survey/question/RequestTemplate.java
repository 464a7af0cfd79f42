package dev.parlance.survey.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a URL or of a JSON body, so that no value can change what is around it. */
final class RequestTemplate {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+(?:\\.\\w+)?)}");
    /** A part of a path that leads elsewhere, or nothing. Some servers decode slashes first. */
    private static final Pattern DOT_PART = Pattern.compile("(.*[/\\\\])?\\.*([/\\\\].*)?", Pattern.DOTALL);

    private RequestTemplate() {}

    static Set<String> names(String template) {
        Set<String> names = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    /** The URL; empty if a value is not known, or would lead to another path. */
    static Optional<String> url(String template, RequestValues values) {
        int query = template.indexOf('?') < 0 ? template.length() : template.indexOf('?');
        Optional<String> path = filled(
                template.substring(0, query),
                name -> values.get(name)
                        .filter(value -> !DOT_PART.matcher(value).matches())
                        .map(RequestTemplate::encoded));
        Optional<String> rest =
                filled(template.substring(query), name -> values.get(name).map(RequestTemplate::encoded));
        return path.flatMap(first -> rest.map(first::concat));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The body; empty if a value is not known. */
    static Optional<String> body(String template, RequestValues values) {
        return filled(json(template), values).map(JsonNode::toString);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body of a request must be JSON", e);
        }
    }

    private static Optional<JsonNode> filled(JsonNode node, RequestValues values) {
        if (node.isTextual()) {
            return text(node.textValue(), values);
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            for (JsonNode item : node) {
                filled(item, values).ifPresent(array::add);
            }
            return array.size() == node.size() ? Optional.of(array) : Optional.empty();
        }
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                filled(field.getValue(), values).ifPresent(value -> object.set(field.getKey(), value));
            }
            return object.size() == node.size() ? Optional.of(object) : Optional.empty();
        }
        return Optional.of(node);
    }

    /** A number stays a number if it is the whole text. */
    private static Optional<JsonNode> text(String template, RequestValues values) {
        Matcher place = PLACE.matcher(template);
        if (place.matches() && values.isNumber(place.group(1))) {
            return values.get(place.group(1)).map(BigDecimal::new).map(JSON.getNodeFactory()::numberNode);
        }
        return filled(template, values::get).map(JSON.getNodeFactory()::textNode);
    }

    private static Optional<String> filled(String template, Function<String, Optional<String>> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            Optional<String> value = values.apply(place.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(place.appendTail(filled).toString());
    }
}
