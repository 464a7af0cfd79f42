package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations of a host that have behaviour. */
final class Routes {
    private final Router router = Router.create();
    private final Set<String> shapes = new HashSet<>();

    Routes get(String path, WebhookHandler handler) {
        return route("GET", path, handler);
    }

    Routes post(String path, WebhookHandler handler) {
        return route("POST", path, handler);
    }

    Routes delete(String path, WebhookHandler handler) {
        return route("DELETE", path, handler);
    }

    private Routes route(String method, String path, WebhookHandler handler) {
        router.route(method, path, handler);
        shapes.add(shape(method, List.of(path.substring(1).split("/", -1))));
        return this;
    }

    boolean has(Operation operation) {
        return shapes.contains(shape(operation.method(), operation.route().segments()));
    }

    /** The response to a request; empty if no path matches. */
    Optional<WebhookResponse> answer(WebhookRequest request) {
        WebhookResponse response = router.handle(request);
        boolean isWithoutRoute = response.contentType().startsWith("text/plain") && response.status() >= 400;
        return isWithoutRoute ? Optional.empty() : Optional.of(response);
    }

    private static String shape(String method, List<String> segments) {
        return segments.stream()
                .map(segment -> Route.isVariable(segment) ? "{}" : segment)
                .collect(Collectors.joining("/", method + " ", ""));
    }
}
