package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a new resource its key: usually a SID, otherwise a number or what the request says. */
final class GenericKeys {
    private static final Set<String> USUAL = Set.of("sid", "id");
    private static final Type TEXT = new Type("string", Optional.empty(), Map.of(), Set.of());

    private final World world;

    GenericKeys(World world) {
        this.world = world;
    }

    /** Sets the field with the key unless the request has set it, and returns the key. */
    String assign(Operation operation, Schema schema, WebhookRequest request, GenericPlace place, ObjectNode fields) {
        Optional<Parameter> variable = variable(operation);
        String name = keyField(schema, variable);
        JsonNode given = fields.path(name);
        if (given.isValueNode() && !given.asText().isEmpty()) {
            return given.asText();
        }
        Type type = schema.fields().getOrDefault(name, TEXT);
        List<String> prefixes = prefixes(type, variable.map(Parameter::type).orElse(TEXT));
        if (prefixes.isEmpty()) {
            return number(type, name, place, fields);
        }
        String sid = named(operation, schema, prefixes, request)
                .orElseGet(() -> world.sids().next(prefixes.get(0)));
        fields.put(name, sid);
        return sid;
    }

    /** The path variable of the items in this collection. */
    private static Optional<Parameter> variable(Operation operation) {
        List<String> item = GenericKind.item(operation.route().segments());
        return operation.document().operations().stream()
                .filter(other -> other.route().hasShape(item))
                .findFirst()
                .flatMap(other -> other.route()
                        .key()
                        .flatMap(key -> other.parameters().stream()
                                .filter(parameter -> parameter.name().equals(key))
                                .findFirst()));
    }

    private static String keyField(Schema schema, Optional<Parameter> variable) {
        Optional<String> named = variable.map(Parameter::name)
                .map(Fields::snake)
                .filter(name -> !USUAL.contains(name) && schema.fields().containsKey(name));
        return named.orElse(
                schema.fields().containsKey("id") && !schema.fields().containsKey("sid") ? "id" : "sid");
    }

    private static List<String> prefixes(Type field, Type variable) {
        return field.prefixes().isEmpty() ? variable.prefixes() : field.prefixes();
    }

    /** The SID of another resource that becomes the key, as when a phone number is added to a service. */
    private static Optional<String> named(
            Operation operation, Schema schema, List<String> prefixes, WebhookRequest request) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.place().equals("form")
                        && parameter.isRequired()
                        && parameter.type().prefixes().equals(prefixes)
                        && !schema.fields().containsKey(Fields.snake(parameter.name())))
                .findFirst()
                .flatMap(parameter -> request.formParameters().nonEmpty(parameter.name()));
    }

    private String number(Type type, String name, GenericPlace place, ObjectNode fields) {
        long next = 1
                + world.resources().oldestFirst(place.shelf()).stream()
                        .map(Resource::sid)
                        .map(sid -> sid.replaceAll("\\D", ""))
                        .filter(digits -> digits.matches("\\d{1,18}"))
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0);
        if (type.is("integer")) {
            fields.put(name, next);
            return Long.toString(next);
        }
        String key = type.limit("pattern").map(GenericKeys::start).orElse("") + next;
        fields.put(name, key);
        return key;
    }

    /** The literal start of a pattern such as {@code ^aia_know_.+$}. */
    private static String start(String pattern) {
        return pattern.replaceAll("[\\^$]|\\.\\+", "");
    }
}
