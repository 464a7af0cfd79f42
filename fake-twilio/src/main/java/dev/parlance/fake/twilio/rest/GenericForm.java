package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns the parameters of a request into the fields of the same name: {@code FriendlyName} into {@code friendly_name}. */
final class GenericForm {
    private final Operation operation;
    private final Schema schema;
    private final ObjectNode fields = Json.object();

    private GenericForm(Operation operation, Schema schema) {
        this.operation = operation;
        this.schema = schema;
    }

    /** The fields of a schema that a request sets. */
    static ObjectNode fields(Operation operation, Schema schema, WebhookRequest request) {
        GenericForm form = new GenericForm(operation, schema);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("form")) {
                List<String> values = request.formParameters().all(parameter.name());
                if (!values.isEmpty()) {
                    form.set(parameter.name(), values);
                }
            } else if (parameter.place().equals("json")) {
                form.setJson(parameter.name(), Json.body(request).path(parameter.name()));
            }
        }
        return form.fields;
    }

    private void setJson(String name, JsonNode value) {
        if (value.isMissingNode()) {
            return;
        }
        for (String field : List.of(name, Fields.snake(name))) {
            if (schema.fields().containsKey(field)) {
                fields.set(field, value);
            }
        }
    }

    private void set(String name, List<String> values) {
        Type type = schema.fields().get(Fields.snake(name));
        if (type != null) {
            fields.set(Fields.snake(name), node(type, values));
            return;
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            setNested(Fields.snake(name.substring(0, dot)), Fields.snake(name.substring(dot + 1)), values);
        }
    }

    private void setNested(String outer, String inner, List<String> values) {
        Type type = schema.fields().get(outer);
        if (type == null || type.is("string") || type.is("list")) {
            return;
        }
        Map<String, Type> known =
                operation.document().schema(type).map(Schema::fields).orElse(Map.of());
        Type innerType = known.get(inner);
        if (known.isEmpty() || innerType != null) {
            ObjectNode object = fields.path(outer) instanceof ObjectNode before ? before : fields.putObject(outer);
            object.set(inner, innerType == null ? TextNode.valueOf(values.get(0)) : node(innerType, values));
        }
    }

    private static JsonNode node(Type type, List<String> values) {
        String value = values.get(0);
        return switch (type.name()) {
            case "list" -> values.size() == 1 && value.startsWith("[") ? parsed(value) : list(values);
            case "boolean" -> Json.of(value.toLowerCase(Locale.ROOT).equals("true"));
            case "integer" -> value.matches("-?\\d{1,18}") ? Json.of(Long.parseLong(value)) : TextNode.valueOf(value);
            case "number" ->
                value.matches("-?\\d+(\\.\\d+)?") ? Json.of(Double.parseDouble(value)) : TextNode.valueOf(value);
            case "string" -> TextNode.valueOf(value);
            default -> parsed(value);
        };
    }

    private static JsonNode list(List<String> values) {
        var list = Json.array();
        values.forEach(list::add);
        return list;
    }

    private static JsonNode parsed(String value) {
        try {
            return Json.read(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value); // such a field may also be a plain text
        }
    }
}
