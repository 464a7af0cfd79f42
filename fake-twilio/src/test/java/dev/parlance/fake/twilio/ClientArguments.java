package dev.parlance.fake.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.webhook.WebhookResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Valid arguments for an unmodified client. A walk calls the client with placeholders, catches the request before the client
 * sends it, and asks here which resource, or which value, each placeholder stands for. Then it calls the client again.
 */
final class ClientArguments implements AutoCloseable {
    private final FakeTwilio twilio = FakeTwilio.start();
    private final Map<String, OperationRunner> runners = new HashMap<>();

    /**
     * The arguments of one request.
     *
     * @param values the values of the placeholders
     * @param more required parameters that the request doesn't have, by their name
     * @param body the required fields of a JSON body
     */
    record Arguments(Map<String, String> values, Map<String, String> more, ObjectNode body) {}

    ClientArguments() {
        reset();
    }

    FakeTwilio twilio() {
        return twilio;
    }

    /** Starts again with an empty account. */
    void reset() {
        twilio.reset();
        twilio.mount("https://app.example", request -> WebhookResponse.noContent());
        runners.clear();
    }

    /** The arguments for a request with placeholders. Those of an operation that the fake doesn't know are the placeholders. */
    Arguments of(ClientRequest request) {
        return request.operation()
                .map(operation -> of(request, operation))
                .orElseGet(() -> new Arguments(Map.of(), Map.of(), JsonNodeFactory.instance.objectNode()));
    }

    private Arguments of(ClientRequest request, Operation operation) {
        OperationRunner runner = runner(operation.document());
        if (operation.isList()) {
            create(runner, operation, 2);
        } else if (operation.method().equals("DELETE") && !operation.route().isItem()) {
            create(runner, operation, 1);
        }
        boolean json = OperationRunner.isJson(operation);
        Map<String, String> required = runner.required(operation);
        Map<String, String> more = new LinkedHashMap<>(json ? Map.of() : required);
        more.keySet().removeAll(request.parameters().keySet());
        return new Arguments(values(runner, request, operation), more, OperationRunner.body(operation, required));
    }

    private OperationRunner runner(Document document) {
        return runners.computeIfAbsent(document.name(), name -> {
            OperationRunner runner = new OperationRunner(twilio, document);
            Preparation.of(twilio, runner, name);
            return runner;
        });
    }

    /**
     * Creates what is at the operation's URL: more items, so that a list has pages; or the one thing that can be deleted there.
     * Where Twilio refuses it, the list stays as it is.
     */
    private static void create(OperationRunner runner, Operation operation, int times) {
        Optional<Operation> create =
                operation.document().operation("POST", operation.route().segments());
        for (int i = 0; create.isPresent() && i < times; i++) {
            runner.run(create.get());
        }
    }

    private static Map<String, String> values(OperationRunner runner, ClientRequest request, Operation operation) {
        Map<String, String> values = new HashMap<>();
        Route real = Route.of(operation.method(), operation.route().host(), runner.path(operation));
        List<String> placeholders = request.segments();
        for (int i = 0; i < placeholders.size(); i++) {
            values.put(placeholders.get(i), URLDecoder.decode(real.segments().get(i), StandardCharsets.UTF_8));
        }
        for (Parameter parameter : operation.parameters()) {
            String placeholder = request.parameters().get(parameter.name());
            if (placeholder != null && parameter.isInput()) {
                values.put(placeholder, runner.value(parameter));
            }
        }
        return values;
    }

    @Override
    public void close() {
        twilio.close();
    }
}
