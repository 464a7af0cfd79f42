package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.catalog.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Masks JSON bodies. Names of fields are kept where Twilio chooses them. */
final class BodyMask {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    /** The types of a content template, which responses don't declare but requests do. */
    private static final Type CONTENT_TYPES = new Type("@types", Optional.empty(), Map.of(), Set.of());

    private static final Type INTEGER = new Type("integer", Optional.empty(), Map.of(), Set.of());
    private static final Type STRING = new Type("string", Optional.empty(), Map.of(), Set.of());
    private static final Map<String, Type> ERROR =
            Map.of("code", INTEGER, "status", INTEGER, "message", STRING, "more_info", STRING);

    private final Optional<Document> document;
    private final ValueMask values;

    private BodyMask(Optional<Operation> operation, ValueMask values) {
        this.document = operation.map(Operation::document);
        this.values = values;
    }

    static JsonNode answer(Optional<Operation> operation, ValueMask values, int status, JsonNode body) {
        BodyMask mask = new BodyMask(operation, values);
        if (status >= 400 && body.isObject()) {
            return mask.object(ERROR, body);
        }
        Optional<Type> type = operation.flatMap(Operation::answer);
        return mask.node("", type.orElse(null), body);
    }

    static JsonNode request(Optional<Operation> operation, ValueMask values, JsonNode body) {
        BodyMask mask = new BodyMask(operation, values);
        Map<String, Type> fields = operation.map(Operation::parameters).orElse(List.of()).stream()
                .filter(parameter -> parameter.place().equals("json"))
                .collect(Collectors.toMap(Parameter::name, Parameter::type, (first, second) -> first));
        return body.isObject() && !fields.isEmpty() ? mask.object(fields, body) : mask.node("", null, body);
    }

    private JsonNode node(String name, @Nullable Type type, JsonNode value) {
        if (value.isArray()) {
            Type item = type == null ? null : type.item().orElse(null);
            ArrayNode masked = JSON.arrayNode();
            value.forEach(one -> masked.add(node(name, item, one)));
            return masked;
        }
        if (value.isObject()) {
            return object(name, type, value);
        }
        if (value.isTextual()) {
            return JSON.textNode(values.of(name, type, value.textValue()));
        }
        boolean isHarmless = !value.isNumber() || FieldRules.keepsNumbers(name, type);
        return isHarmless ? value : JSON.numberNode(0);
    }

    private JsonNode object(String name, @Nullable Type type, JsonNode value) {
        if (type == null) {
            return open(value);
        }
        Type known = name.equals("types") ? CONTENT_TYPES : type;
        Optional<Schema> schema = document.flatMap(it -> it.schema(known));
        if (schema.isPresent()) {
            return object(schema.get().fields(), value);
        }
        return type.format().equals("uri-map") ? object(Map.of(), value) : open(value);
    }

    /** An object of Twilio's: also a field that its documents don't name is its own. */
    private JsonNode object(Map<String, Type> fields, JsonNode value) {
        ObjectNode masked = JSON.objectNode();
        value.properties().forEach(field -> {
            String name = field.getKey();
            boolean isKept = fields.containsKey(name) || FIELD.matcher(name).matches();
            masked.set(isKept ? name : values.name(name), node(name, fields.get(name), field.getValue()));
        });
        return masked;
    }

    /** An object whose fields a user names. */
    private JsonNode open(JsonNode value) {
        ObjectNode masked = JSON.objectNode();
        value.properties().forEach(field -> {
            String name = field.getKey();
            masked.set(values.name(name), node(name, null, field.getValue()));
        });
        return masked;
    }
}
