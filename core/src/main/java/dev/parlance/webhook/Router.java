package dev.parlance.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes each request to the handler for its method and path.
 *
 * <pre>{@code
 * Router router = Router.create()
 *         .post("/sms", sms)
 *         .get("/people/{id}", request -> WebhookResponse.text("Person " + request.pathVariable("id")));
 * }</pre>
 *
 * <p>A literal part of a template takes precedence over a variable, in whatever order they were added. A slash at the end makes
 * no difference. A path without a route gets a 404, a path without a route for the method a 405. GET routes also answer HEAD.
 * Thread-safe.
 */
public final class Router implements WebhookHandler {
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    private Router() {}

    /** A router without routes. */
    public static Router create() {
        return new Router();
    }

    /** Answers GET and HEAD. */
    public Router get(String template, WebhookHandler handler) {
        return route("GET", template, handler);
    }

    /** Answers POST. */
    public Router post(String template, WebhookHandler handler) {
        return route("POST", template, handler);
    }

    /** Answers DELETE. */
    public Router delete(String template, WebhookHandler handler) {
        return route("DELETE", template, handler);
    }

    /** Answers a method of your choice. */
    public Router route(String method, String template, WebhookHandler handler) {
        Route route = new Route(method, PathTemplate.of(template), handler);
        if (routes.stream().anyMatch(other -> other.sameAs(route))) {
            throw new IllegalArgumentException("There is already a route for " + method + " " + template);
        }
        routes.add(route);
        return this;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        List<Route> matching = matching(request);
        if (matching.isEmpty()) {
            return WebhookResponse.text("There is no such path.").withStatus(404);
        }
        Optional<Route> route = route(matching, request.method());
        if (route.isPresent()) {
            WebhookResponse response = route.get().handle(request);
            return route.get().method().equals(request.method()) ? response : response.withoutBody();
        }
        return WebhookResponse.text("This path does not answer " + request.method() + ".")
                .withStatus(405)
                .withHeader("Allow", String.join(", ", methods(matching)));
    }

    /** Refuses paths and methods without a route, and what the route's handler refuses. */
    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        Optional<Route> route = route(matching(head), head.method());
        return route.isPresent() ? route.get().refusal(head) : Optional.of(handle(head));
    }

    private List<Route> matching(WebhookRequest request) {
        List<String> parts = PathTemplate.parts(request.path());
        return routes.stream().filter(route -> route.template().matches(parts)).toList();
    }

    /** HEAD falls back to GET. */
    private static Optional<Route> route(List<Route> matching, String method) {
        Optional<Route> route = best(matching, method);
        return route.isEmpty() && method.equals("HEAD") ? best(matching, "GET") : route;
    }

    private static Optional<Route> best(List<Route> matching, String method) {
        return matching.stream()
                .filter(route -> route.method().equals(method))
                .min((a, b) -> a.template().compareTo(b.template()));
    }

    private static Set<String> methods(List<Route> routes) {
        Set<String> methods = new TreeSet<>();
        routes.forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private record Route(String method, PathTemplate template, WebhookHandler handler) {
        boolean sameAs(Route other) {
            return method.equals(other.method) && template.compareTo(other.template) == 0;
        }

        WebhookResponse handle(WebhookRequest request) {
            return handler.handle(matched(request));
        }

        Optional<WebhookResponse> refusal(WebhookRequest head) {
            return handler.refusal(matched(head));
        }

        private WebhookRequest matched(WebhookRequest request) {
            return request.withPathVariables(template.variables(request.path()));
        }
    }
}
