package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Random JSON that is probably valid by a schema: it follows types, ranges, examples and choices, and most rules for the fields
 * of an object.
 */
final class GeneratedJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS =
            List.of("drink", "tea", "end", "agent:nurse", "two words", "2026-12-24", "7");
    private static final List<String> NAMES = List.of("drink", "tea", "score", "plan", "nurse");
    private static final int DEEP = 9;

    private final JsonNode root;
    private final Random random;

    GeneratedJson(JsonNode root, Random random) {
        this.root = root;
        this.random = random;
    }

    JsonNode next() {
        return value(root, 0);
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return oneOf(schema.get("enum"));
        }
        if (schema.has("examples") && (schema.has("pattern") || random.nextInt(3) == 0)) {
            return oneOf(schema.get("examples"));
        }
        if (schema.has("anyOf") && !schema.has("properties")) {
            JsonNode branches = schema.get("anyOf");
            return value(depth > DEEP ? branches.get(0) : oneOf(branches), depth);
        }
        if (schema.has("if") && !schema.has("properties")) {
            return value(schema.get(random.nextInt(5) == 0 ? "then" : "else"), depth);
        }
        return ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        String name = (type.isArray() ? oneOf(type) : type).asText();
        return switch (name) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> number(schema);
            case "", "string" -> JSON.textNode(WORDS.get(random.nextInt(WORDS.size())));
            default -> throw new IllegalArgumentException("An unknown type: " + schema);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode merged =
                resolved(root.at(schema.get("$ref").asText().substring(1))).deepCopy();
        schema.properties().forEach(field -> {
            if (!field.getKey().equals("items")) {
                merged.set(field.getKey(), field.getValue());
            }
        });
        merged.remove("$ref");
        return merged;
    }

    private JsonNode array(JsonNode schema, int depth) {
        int least = schema.path("minItems").asInt(0);
        int count = depth > DEEP ? least : least + random.nextInt(3);
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < Math.min(count, schema.path("maxItems").asInt(count)); i++) {
            array.add(schema.has("items") ? value(schema.get("items"), depth + 1) : JSON.nullNode());
        }
        return array;
    }

    private int integer(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(10);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(Math.min(10, most - least + 1));
        };
    }

    private JsonNode number(JsonNode schema) {
        return schema.has("maximum") || random.nextBoolean()
                ? JSON.numberNode(integer(schema))
                : JSON.numberNode(random.nextInt(100) / 4.0 - 5);
    }

    private ObjectNode object(JsonNode given, int depth) {
        JsonNode schema = given.has("allOf") ? ofOneKind(given) : given;
        Map<String, JsonNode> properties = fields(schema.path("properties"));
        if (properties.isEmpty()) {
            return namedFreely(schema.path("additionalProperties"), depth);
        }
        Set<String> names = texts(schema.path("required"));
        Set<String> alternatives = new LinkedHashSet<>();
        schema.path("oneOf").forEach(branch -> alternatives.addAll(texts(branch.path("required"))));
        for (String name : properties.keySet()) {
            if (!alternatives.contains(name) && depth <= DEEP && random.nextInt(4) == 0) {
                names.add(name);
            }
        }
        if (schema.has("oneOf")) {
            JsonNode branches = schema.get("oneOf");
            names.addAll(texts((depth > DEEP ? branches.get(0) : oneOf(branches)).path("required")));
        }
        ObjectNode object = JSON.objectNode();
        names.forEach(name -> object.set(name, value(properties.get(name), depth + 1)));
        follow(schema, object, properties, depth);
        return object;
    }

    /** Adds and removes fields, so that most rules of the schema hold. */
    private void follow(JsonNode rules, ObjectNode object, Map<String, JsonNode> properties, int depth) {
        Set<String> missing = texts(rules.path("required"));
        if (rules.has("anyOf") && !holds(rules, object)) {
            missing.addAll(texts(oneOf(rules.get("anyOf")).path("required")));
        }
        fields(rules.path("dependentRequired")).forEach((name, needed) -> {
            if (object.has(name)) {
                missing.addAll(texts(needed));
            }
        });
        missing.removeIf(object::has);
        missing.forEach(name -> object.set(name, value(properties.get(name), depth + 1)));
        fields(rules.path("properties")).forEach((name, schema) -> {
            if (schema.isBoolean() && !schema.asBoolean()) {
                object.remove(name);
            }
        });
        rules.path("allOf").forEach(more -> follow(more, object, properties, depth));
        fields(rules.path("dependentSchemas")).forEach((name, more) -> {
            if (object.has(name)) {
                follow(more, object, properties, depth);
            }
        });
        if (rules.has("if")) {
            JsonNode more = rules.path(holds(rules.get("if"), object) ? "then" : "else");
            follow(more, object, properties, depth);
        }
    }

    private static boolean holds(JsonNode rules, JsonNode object) {
        boolean holds = texts(rules.path("required")).stream().allMatch(object::has);
        for (Map.Entry<String, JsonNode> field :
                fields(rules.path("properties")).entrySet()) {
            JsonNode wanted = field.getValue().path("const");
            holds &= wanted.isMissingNode() || wanted.equals(object.path(field.getKey()));
        }
        boolean hasBranch = !rules.has("anyOf");
        for (JsonNode branch : rules.path("anyOf")) {
            hasBranch |= holds(branch, object);
        }
        return holds && hasBranch && !(rules.has("not") && holds(rules.get("not"), object));
    }

    /** A question has the common fields, and those of its kind. */
    private JsonNode ofOneKind(JsonNode question) {
        JsonNode kind = oneOf(question.get("allOf"));
        ObjectNode merged = resolved(kind.get("then")).deepCopy();
        ObjectNode properties = (ObjectNode) merged.get("properties");
        fields(question.get("properties")).forEach((name, schema) -> {
            if (properties.path(name).isBoolean()) {
                properties.set(name, schema);
            }
        });
        properties.set("kind", kind.at("/if/properties/kind"));
        ArrayNode required = merged.withArray("required");
        question.get("required").forEach(required::add);
        return merged;
    }

    private ObjectNode namedFreely(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        int count = schema.isMissingNode() ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(schema, depth + 1));
        }
        return object;
    }

    private JsonNode oneOf(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The smallest part of a document that still has a property: fields and items are removed as long as it has. */
    static JsonNode smallest(JsonNode document, Predicate<JsonNode> has) {
        for (JsonNode smaller : withOneLess(document)) {
            if (has.test(smaller)) {
                return smallest(smaller, has);
            }
        }
        return document;
    }

    private static List<JsonNode> withOneLess(JsonNode node) {
        List<JsonNode> smaller = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            fields(object).forEach((name, value) -> {
                smaller.add(object.deepCopy().without(name));
                withOneLess(value).forEach(part -> smaller.add(object.deepCopy().set(name, part)));
            });
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                ArrayNode without = array.deepCopy();
                without.remove(i);
                smaller.add(without);
                for (JsonNode part : withOneLess(array.get(i))) {
                    ArrayNode with = array.deepCopy();
                    with.set(i, part);
                    smaller.add(with);
                }
            }
        }
        return smaller;
    }
}
