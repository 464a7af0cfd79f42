package dev.parlance.aws.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of an event. It is read with Jackson's streaming parser, because the tree model would load about a hundred more classes
 * in a cold start.
 */
final class LambdaEvent {
    static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, Object> NONE = Map.of();

    private final Map<String, Object> fields;

    private LambdaEvent(Map<String, Object> fields) {
        this.fields = fields;
    }

    static LambdaEvent read(InputStream input) throws IOException {
        try (JsonParser parser = JSON.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("An event must be a JSON object");
            }
            return new LambdaEvent(object(parser));
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    /** Reads a value. Numbers and booleans become strings as written; null becomes an empty string. */
    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(parser));
            }
            return values;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    boolean has(String... path) {
        return object(path, path.length - 1).containsKey(path[path.length - 1]);
    }

    /** The string at a path, or empty. */
    String text(String... path) {
        Object value = object(path, path.length - 1).getOrDefault(path[path.length - 1], "");
        return value instanceof String text ? text : "";
    }

    /** The names and strings of the object at a path. */
    Map<String, String> texts(String... path) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(path, path.length).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** The names and lists of the object at a path; a single string counts as a list of one. */
    Map<String, List<String>> lists(String... path) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        object(path, path.length).forEach((name, value) -> lists.put(name, list(value)));
        return lists;
    }

    /** The list of strings at a path, or empty. */
    List<String> list(String... path) {
        Object value = object(path, path.length - 1).getOrDefault(path[path.length - 1], List.of());
        return list(value);
    }

    private static List<String> list(Object value) {
        return value instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    @SuppressWarnings("unchecked") // object() created all maps in an event
    private Map<String, Object> object(String[] path, int depth) {
        Map<String, Object> object = fields;
        for (int i = 0; i < depth; i++) {
            object = object.getOrDefault(path[i], NONE) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : NONE;
        }
        return object;
    }
}
