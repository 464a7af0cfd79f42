package dev.parlance.fake.twilio.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes types. An object with known fields becomes a schema of its own, and its type is {@code @} and the schema's name. */
final class SchemaWriter {
    private static final Pattern SID = Pattern.compile("\\^?\\(?([A-Z]{2}(?:\\|[A-Z]{2})*)\\)?\\[[^]]+]\\{32}\\$?");
    private static final Pattern ANY_SID = Pattern.compile("\\^\\[(?:a-z)?A-Z]\\{2}\\[0-9a-fA-F]\\{32}\\$");

    private final JsonNode components;
    private final Map<String, List<String>> schemas = new LinkedHashMap<>();
    private final Map<List<String>, String> names = new HashMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();

    SchemaWriter(JsonNode components) {
        this.components = components;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        schemas.forEach((name, fields) -> {
            lines.add("schema " + name);
            fields.forEach(field -> lines.add("  " + withLinks(name, field)));
        });
        return lines;
    }

    /** The names of links are only in the documents' examples. */
    private String withLinks(String schema, String field) {
        String name = field.substring(0, field.indexOf(' '));
        Set<String> keys = links.getOrDefault(schema + " " + name, Set.of());
        return field.contains("format=uri-map") && !keys.isEmpty() ? field + " keys=" + String.join("|", keys) : field;
    }

    void learnLinks(JsonNode schema, JsonNode examples) {
        if (!schema.has("$ref")) {
            return;
        }
        String name = component(schema);
        for (JsonNode example : examples) {
            example.path("value").properties().forEach(field -> {
                if (field.getValue().isObject()) {
                    Set<String> keys = links.computeIfAbsent(name + " " + field.getKey(), any -> new TreeSet<>());
                    field.getValue().fieldNames().forEachRemaining(keys::add);
                }
            });
        }
    }

    JsonNode resolved(JsonNode schema) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = components.path(component(resolved));
        }
        return resolved;
    }

    private static String component(JsonNode schema) {
        return schema.path("$ref").asText().replace("#/components/schemas/", "");
    }

    /** The words for a type; an object without a name of its own is named after what contains it. */
    String type(JsonNode given, String owner) {
        JsonNode schema = resolved(given);
        if (schema.has("oneOf") && !schema.has("discriminator")) {
            return type(schema.path("oneOf").path(0), owner);
        }
        StringJoiner words = new StringJoiner(" ");
        if (schema.path("type").asText().equals("array")) {
            words.add("list").add(type(schema.path("items"), owner));
        } else if (schema.path("properties").isEmpty()) {
            words.add(schema.path("type").asText("any"));
            addLimits(words, schema);
        } else {
            words.add("@" + name(schema, given.has("$ref") ? component(given) : owner));
        }
        if (isNullable(schema) || isNullable(given)) {
            words.add("nullable");
        }
        return words.toString();
    }

    /** Whether a value can be null, as the document or its description says. */
    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean()
                || schema.path("description").asText().contains("will be `null`");
    }

    private static void addLimits(StringJoiner words, JsonNode schema) {
        if (schema.has("format")) {
            words.add("format=" + schema.path("format").asText());
        }
        if (schema.has("enum")) {
            StringJoiner values = new StringJoiner("|");
            schema.path("enum").forEach(value -> values.add(value.asText()));
            words.add("enum=" + values);
        }
        if (schema.has("pattern")) {
            String pattern = schema.path("pattern").asText();
            Matcher sid = SID.matcher(pattern);
            boolean isSid = sid.matches();
            words.add(
                    isSid ? "sid=" + sid.group(1) : ANY_SID.matcher(pattern).matches() ? "sid" : "pattern=" + pattern);
        }
        if (schema.has("minimum")) {
            words.add("min=" + schema.path("minimum").asText());
        }
        if (schema.has("maximum")) {
            words.add("max=" + schema.path("maximum").asText());
        }
        String initial = schema.path("default").asText();
        if (!initial.isEmpty() && initial.matches("\\S+")) {
            words.add("default=" + initial);
        }
    }

    /** Adds the schema unless one with the same fields is there. */
    private String name(JsonNode schema, String wanted) {
        if (schemas.containsKey(wanted) && resolved(components.path(wanted)).equals(schema)) {
            return wanted;
        }
        boolean isComponent = components.has(wanted);
        if (isComponent) {
            schemas.put(wanted, new ArrayList<>()); // before its fields, since they may refer to it
        }
        List<String> fields = new ArrayList<>();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(field -> {
            String type = type(field.getValue(), wanted + "." + field.getKey());
            fields.add(field.getKey() + " " + type + (required.contains(field.getKey()) ? " required" : ""));
        });
        if (isComponent) {
            schemas.get(wanted).addAll(fields);
            return wanted;
        }
        return names.computeIfAbsent(fields, any -> {
            String free = wanted;
            for (int number = 2; schemas.containsKey(free); number++) {
                free = wanted + number;
            }
            schemas.put(free, fields);
            return free;
        });
    }
}
