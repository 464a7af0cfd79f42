package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.catalog.Schema;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Shows a resource with the fields that Twilio documents for the requested operation, whatever its path. */
final class Documented {
    private static final List<String> BY_PATH = List.of("url", "links");

    private Documented() {}

    /** The JSON of a resource, alone or in a list. Its URL and links follow from the request's path. */
    static ObjectNode object(Resource resource, Exchange exchange) {
        return object(exchange, resource.sid(), resource.json());
    }

    /** The JSON of a resource with this key, the end of its path. */
    static ObjectNode object(Exchange exchange, String key, ObjectNode known) {
        return object(exchange.request(), key, known);
    }

    /** The response with a resource that has no SID. */
    static WebhookResponse single(WebhookRequest request, ObjectNode known) {
        int status = operation(request).statuses().get(0);
        return Json.answer(status, object(request, "", known));
    }

    private static ObjectNode object(WebhookRequest request, String key, ObjectNode known) {
        Operation operation = operation(request);
        Schema schema = operation.items().or(operation::schema).orElseThrow();
        boolean isItem = operation.route().isItem() && !operation.isList();
        String path = request.path();
        String collection = isItem ? path.substring(0, path.lastIndexOf('/')) : path;
        GenericPlace place = new GenericPlace("", operation.route().host(), collection, key, Map.of());
        return new GenericRequest(operation, request, place).view(key, schema, known.without(BY_PATH));
    }

    private static Operation operation(WebhookRequest request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        String host = URI.create(request.url().split("\\?", 2)[0]).getHost().split("\\.", 2)[0];
        return Catalog.find(Route.of(method, host, request.path()))
                .orElseThrow(() -> new IllegalStateException("No such operation: " + request.url()));
    }
}
