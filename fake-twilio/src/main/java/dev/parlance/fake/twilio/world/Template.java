package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * The JSON of a new resource: a file with all fields, in which {@code {sid}} and other names in braces are placeholders.
 */
public final class Template {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final Dates dates;
    private final ObjectNode fields;

    private Template(String prefix, Dates dates, ObjectNode fields) {
        this.prefix = prefix;
        this.dates = dates;
        this.fields = fields;
    }

    /** Reads {@code templates/<name>.json}. SIDs of its resources start with this prefix. */
    public static Template of(String name, String prefix, Dates dates) {
        String file = "templates/" + name + ".json";
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("Missing file in the test kit: " + file);
            }
            return new Template(prefix, dates, (ObjectNode) JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a resource. */
    Resource create(Sids sids, Instant now, Map<String, String> values) {
        String sid = values.containsKey("sid") ? values.get("sid") : sids.next(prefix);
        ObjectNode node = fields.objectNode();
        fields.properties().forEach(field -> node.set(field.getKey(), filled(field.getValue(), sid, now, values)));
        return new Resource(sid, node, dates, now);
    }

    private JsonNode filled(JsonNode value, String sid, Instant now, Map<String, String> values) {
        if (value instanceof TextNode text && !text.textValue().equals("{}")) {
            return TextNode.valueOf(filled(text.textValue(), sid, now, values));
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), sid, now, values)));
            return copy;
        }
        return value instanceof ArrayNode ? value.deepCopy() : value;
    }

    private String filled(String text, String sid, Instant now, Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length() + 64);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String name = text.substring(open + 1, close);
            filled.append(text, from, open).append(value(name, sid, now, values));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private String value(String name, String sid, Instant now, Map<String, String> values) {
        return switch (name) {
            case "sid" -> sid;
            case "now" -> dates.write(now);
            default -> {
                String value = values.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("Missing value for {" + name + "} of a new " + prefix);
                }
                yield value;
            }
        };
    }
}
