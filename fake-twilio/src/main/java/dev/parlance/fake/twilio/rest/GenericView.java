package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.fake.twilio.catalog.Values;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.World;
import java.time.DateTimeException;
import java.util.List;

/** Shows what is known about a resource with all fields of a schema. Unknown fields get their default, or a value of their type. */
final class GenericView {
    private static final String NO_SID = "0".repeat(32);

    private final Operation operation;
    private final List<String> shape;
    private final String path;

    /**
     * @param shape the segments of the resource's route
     * @param path the resource's path
     */
    GenericView(Operation operation, List<String> shape, String path) {
        this.operation = operation;
        this.shape = shape;
        this.path = path;
    }

    ObjectNode object(Schema schema, JsonNode known) {
        ObjectNode object = Json.object();
        schema.fields().forEach((name, type) -> object.set(name, value(name, type, known.path(name))));
        return object;
    }

    private JsonNode value(String name, Type type, JsonNode known) {
        if (known.isMissingNode() || (known.isNull() && !type.isNullable())) {
            return initial(name, type);
        }
        if (known.isNull()) {
            return known;
        }
        if (type.item().isPresent()) {
            return list(name, type.item().get(), known);
        }
        Schema schema = operation.document().schema(type).orElse(null);
        if (schema != null) {
            return known.isObject() ? object(schema, known) : initial(name, type);
        }
        JsonNode converted = converted(type, known);
        return Values.fits(type, converted) ? converted : initial(name, type);
    }

    private JsonNode list(String name, Type item, JsonNode known) {
        ArrayNode list = Json.array();
        for (JsonNode one : known.isArray() ? known : Json.array().add(known)) {
            list.add(value(name, item, one));
        }
        return list;
    }

    /** A known value in the form of the field's type. */
    private static JsonNode converted(Type type, JsonNode known) {
        if (!type.is("string") || known.isContainerNode()) {
            return known;
        }
        String text = known.asText();
        try {
            return switch (type.format()) {
                case "date-time" -> TextNode.valueOf(Dates.ISO_8601.write(ClientTime.any(text)));
                case "date-time-rfc-2822" -> TextNode.valueOf(Dates.RFC_2822.write(ClientTime.any(text)));
                default -> TextNode.valueOf(word(type, text));
            };
        } catch (DateTimeException e) {
            return known;
        }
    }

    private static String word(Type type, String text) {
        return type.words().stream().filter(text::equalsIgnoreCase).findFirst().orElse(text);
    }

    private JsonNode initial(String name, Type type) {
        if (type.limit("default").isPresent()) {
            JsonNode value = fallback(type, type.limit("default").get());
            if (Values.fits(type, value)) {
                return value;
            }
        }
        if (type.format().equals("uri-map")) {
            return links(type);
        }
        if (name.equals("url") || name.equals("uri")) {
            return TextNode.valueOf(
                    name.equals("url") ? url(path) : path + operation.route().suffix());
        }
        if (isState(name) && !type.words().isEmpty()) {
            return TextNode.valueOf(type.words().get(0));
        }
        if (type.is("boolean")) {
            return Json.of(false);
        }
        if (type.is("list")) {
            return Json.array();
        }
        if (type.format().equals("http-method")) {
            return TextNode.valueOf("POST");
        }
        return type.isNullable() ? NullNode.getInstance() : required(type);
    }

    /** Whether a field always has a value in Twilio's responses, although the documents allow null. */
    private static boolean isState(String name) {
        return name.endsWith("status") || name.endsWith("state") || name.endsWith("type");
    }

    private static JsonNode fallback(Type type, String text) {
        return switch (type.name()) {
            case "boolean" -> Json.of(Boolean.parseBoolean(text));
            case "integer" -> text.matches("-?\\d{1,18}") ? Json.of(Long.parseLong(text)) : MissingNode.getInstance();
            default -> TextNode.valueOf(text);
        };
    }

    private JsonNode required(Type type) {
        Schema schema = operation.document().schema(type).orElse(null);
        if (schema != null) {
            return object(schema, MissingNode.getInstance());
        }
        return switch (type.name()) {
            case "integer" -> Json.of(type.limit("min").map(Long::valueOf).orElse(0L));
            case "number" -> Json.of(type.limit("min").map(Double::valueOf).orElse(0.0));
            case "string" -> TextNode.valueOf(text(type));
            default -> Json.object();
        };
    }

    private String text(Type type) {
        if (!type.words().isEmpty()) {
            return type.words().get(0);
        }
        if (type.isSid()) {
            return (type.prefixes().isEmpty() ? "XX" : type.prefixes().get(0)) + NO_SID;
        }
        return switch (type.format()) {
            case "date-time" -> Dates.ISO_8601.write(World.START);
            case "date-time-rfc-2822" -> Dates.RFC_2822.write(World.START);
            case "date" -> Dates.ISO_8601.write(World.START).substring(0, 10);
            case "phone-number" -> "+15005550006";
            case "iso-country-code" -> "US";
            case "currency" -> "USD";
            case "email" -> "nobody@example.com";
            case "uri" -> url(path);
            default ->
                type.limit("pattern")
                        .map(pattern -> pattern.replaceAll("[\\^$]|\\.\\+", "") + "1")
                        .orElse("");
        };
    }

    private String url(String of) {
        return "https://" + operation.route().host() + ".twilio.com" + of;
    }

    private ObjectNode links(Type type) {
        ObjectNode links = Json.object();
        boolean old = !operation.route().suffix().isEmpty();
        for (String key : type.keys()) {
            String link = path + "/" + segment(key);
            links.put(key, old ? link + ".json" : url(link));
        }
        return links;
    }

    /** The path segment for the key of a link, from the routes below this resource. */
    private String segment(String key) {
        return operation.document().operations().stream()
                .map(Operation::route)
                .filter(route -> route.segments().size() > shape.size() && route.startsWith(shape))
                .map(route -> route.segments().get(shape.size()))
                .filter(segment -> Fields.snake(segment).equals(key))
                .findFirst()
                .orElseGet(() -> camel(key));
    }

    private static String camel(String key) {
        StringBuilder camel = new StringBuilder();
        for (String word : key.split("_", -1)) {
            if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return camel.toString();
    }
}
