package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.world.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What operations do besides storing and showing generic resources.
 *
 * <pre>{@code
 * effects.after("POST", "events", "/v1/Sinks", (sink, exchange) -> sink.set("status", "initialized"));
 * }</pre>
 */
final class Effects {
    private final Map<String, Consumer<Exchange>> before = new HashMap<>();
    private final Map<String, BiConsumer<Resource, Exchange>> after = new HashMap<>();

    /** Adds a check. It can refuse a request before anything is stored. */
    Effects before(String method, String host, String path, Consumer<Exchange> check) {
        before.put(key(method, host, segments(path)), check);
        return this;
    }

    /** Adds an effect on a resource that was created, changed, fetched or deleted. It can change what is shown. */
    Effects after(String method, String host, String path, BiConsumer<Resource, Exchange> effect) {
        after.put(key(method, host, segments(path)), effect);
        return this;
    }

    boolean has(Operation operation) {
        String key = key(operation);
        return before.containsKey(key) || after.containsKey(key);
    }

    void check(GenericRequest request) {
        Consumer<Exchange> check = before.get(key(request.operation()));
        if (check != null) {
            check.accept(request.exchange());
        }
    }

    Resource apply(Resource resource, GenericRequest request) {
        BiConsumer<Resource, Exchange> effect = after.get(key(request.operation()));
        if (effect != null) {
            effect.accept(resource, request.exchange());
        }
        return resource;
    }

    private static String key(Operation operation) {
        return key(
                operation.method(), operation.route().host(), operation.route().segments());
    }

    private static String key(String method, String host, List<String> segments) {
        return segments.stream()
                .map(segment -> Route.isVariable(segment) ? "{}" : segment)
                .collect(Collectors.joining("/", method + " " + host + " ", ""));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
