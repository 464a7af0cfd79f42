package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request to an operation without behaviour. */
record GenericRequest(Operation operation, WebhookRequest request, GenericPlace place) {
    private static final int CREATED = 201;

    /** The request with its parameters. */
    Exchange exchange() {
        return new Exchange(request, place.account(), place.values());
    }

    /** A parameter of the body; empty if it is missing. */
    String form(String name) {
        return exchange().form(name);
    }

    /** A parameter of the query; empty if it is missing. */
    String query(String name) {
        return exchange().query(name);
    }

    /** The name of a collection of the same account, as in {@link dev.parlance.fake.twilio.world.Resources}. */
    String shelf(String path) {
        return place.account() + " " + place.host() + path;
    }

    /** What the path says about the resource. */
    ObjectNode known() {
        ObjectNode known = Json.object();
        known.put("account_sid", place.account());
        place.values().forEach(known::put);
        return known;
    }

    /** What the request says about the resource. */
    ObjectNode form() {
        return GenericForm.fields(operation, schema(), request);
    }

    /** The fields of this operation's response, and of those that fetch and list the resource. */
    Schema schema() {
        Map<String, Type> fields = new LinkedHashMap<>();
        Document document = operation.document();
        document.operation("GET", operation.route().segments())
                .flatMap(Operation::items)
                .ifPresent(item -> fields.putAll(item.fields()));
        document.operation("GET", shape())
                .flatMap(Operation::schema)
                .ifPresent(fetched -> fields.putAll(fetched.fields()));
        if (!operation.isList()) {
            operation.schema().ifPresent(own -> fields.putAll(own.fields()));
        }
        return new Schema("", fields);
    }

    /** The segments of the resource's route. */
    private List<String> shape() {
        boolean isCollection = operation.isList() || GenericKind.of(operation) == GenericKind.CREATE;
        List<String> segments = operation.route().segments();
        return isCollection ? GenericKind.item(segments) : segments;
    }

    ObjectNode view(String key, Schema schema, ObjectNode fields) {
        String path = place.path(key);
        return new GenericView(operation, shape(), path).object(schema, fields);
    }

    WebhookResponse answer(Resource resource) {
        return answer(resource.sid(), resource.json());
    }

    /** A response with these fields. */
    WebhookResponse answer(ObjectNode fields) {
        return answer(place.key(), fields);
    }

    private WebhookResponse answer(String key, ObjectNode fields) {
        int status = operation.statuses().contains(CREATED)
                ? CREATED
                : operation.statuses().get(0);
        Optional<Schema> schema = operation.schema();
        if (schema.isEmpty()) {
            return operation.answer().isPresent()
                    ? Json.answer(status, Json.object())
                    : WebhookResponse.noContent().withStatus(status);
        }
        ObjectNode json = view(key, schema.get(), fields);
        WebhookResponse response = Json.answer(status, json);
        boolean redirects = status >= 300;
        return redirects
                ? response.withHeader("Location", json.path("redirect_to").asText())
                : response;
    }

    /** The same request to the resource above, if the response is that resource. */
    Optional<GenericRequest> owner() {
        List<String> segments = operation.route().segments();
        List<String> above = segments.subList(0, segments.size() - 1);
        boolean isBelowItem = above.size() > 1 && Route.isVariable(above.get(above.size() - 1));
        Optional<Schema> schema = operation.document().operation("GET", above).flatMap(Operation::schema);
        if (!isBelowItem || schema.isEmpty() || !schema.equals(operation.schema())) {
            return Optional.empty();
        }
        String path = place.collection().substring(0, place.collection().lastIndexOf('/'));
        int slash = path.lastIndexOf('/');
        GenericPlace owner = new GenericPlace(
                place.account(), place.host(), path.substring(0, slash), path.substring(slash + 1), place.values());
        return Optional.of(new GenericRequest(operation, request, owner));
    }
}
