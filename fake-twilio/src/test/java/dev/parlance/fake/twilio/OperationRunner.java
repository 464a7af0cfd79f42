package dev.parlance.fake.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.fake.twilio.catalog.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Sends requests to the operations of one document, with the resources that they need. */
final class OperationRunner {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Parameters that the documents don't mark as required, although Twilio refuses requests without them. */
    private static final Map<String, List<String>> MORE = Map.of(
            "POST Messages", List.of("From", "Body"),
            "POST Calls", List.of("Url"),
            "POST IncomingPhoneNumbers", List.of("PhoneNumber"),
            "POST Participants", List.of("Identity"),
            "POST token", List.of("grant_type", "client_id", "client_secret", "GrantType", "ClientId", "ClientSecret"),
            "POST Environments", List.of("DomainSuffix"),
            "POST Builds", List.of("FunctionVersions"),
            "POST VerificationCheck", List.of("To", "Code"),
            "POST Deployments", List.of("BuildSid"));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final FakeTwilio twilio;
    private final Document document;
    private final Map<String, String> keys = new HashMap<>();
    private final Sample sample = new Sample();

    OperationRunner(FakeTwilio twilio, Document document) {
        this.twilio = twilio;
        this.document = document;
    }

    record Answer(int status, JsonNode body) {}

    /** Sets the key for a path variable. Default: that of a new resource. */
    void use(String collection, String name, String key) {
        keys.put(collection + " " + name, key);
    }

    /** Sets the value of a parameter. */
    void sample(String name, String value) {
        sample.set(name, value);
    }

    /** Sends a valid request with the required parameters. */
    Answer run(Operation operation) {
        return send(operation, required(operation));
    }

    /** Sends a valid request with all parameters. */
    Answer runWithAll(Operation operation) {
        Map<String, String> all = new LinkedHashMap<>();
        operation.parameters().stream()
                .filter(Parameter::isInput)
                .forEach(parameter -> all.put(parameter.name(), sample.of(parameter.name(), parameter.type())));
        return send(operation, all);
    }

    Answer send(Operation operation, Map<String, String> parameters) {
        return send(operation, path(operation), parameters);
    }

    /** The parameters that Twilio requires, with valid values. */
    Map<String, String> required(Operation operation) {
        Map<String, String> required = new LinkedHashMap<>();
        List<String> more =
                MORE.getOrDefault(operation.method() + " " + operation.route().last(), List.of());
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput() && (parameter.isRequired() || more.contains(parameter.name()))) {
                required.put(parameter.name(), sample.of(parameter.name(), parameter.type()));
            }
        }
        return required;
    }

    /** The path of an operation, with resources that exist. */
    String path(Operation operation) {
        Route route = operation.route();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < route.segments().size(); i++) {
            String segment = route.segments().get(i);
            String value = Route.isVariable(segment) ? key(operation, i, path.toString()) : segment;
            path.append('/').append(encoded(value));
        }
        return path + route.suffix();
    }

    private String key(Operation operation, int index, String collection) {
        List<String> segments = operation.route().segments();
        String name = Route.nameOf(segments.get(index));
        if (segments.get(0).equals("2010-04-01") && index == 2) {
            return twilio.accountSid();
        }
        return keys.computeIfAbsent(collection + " " + name, any -> created(operation, index, collection, name));
    }

    private String created(Operation operation, int index, String collection, String name) {
        List<String> above = operation.route().segments().subList(0, index);
        Type type = operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::type)
                .findFirst()
                .orElseThrow();
        Optional<Operation> create = document.operation("POST", above);
        Optional<Operation> list = document.operation("GET", above).filter(Operation::isList);
        if (create.isPresent()) {
            Answer answer = send(create.get(), collection + create.get().route().suffix(), required(create.get()));
            Optional<String> key = keyIn(answer.body(), name);
            if (key.isPresent()) {
                return key.get();
            }
        }
        if (list.isPresent()) {
            twilio.settle(); // some resources appear after the answer
            JsonNode page = send(list.get(), collection + list.get().route().suffix(), Map.of())
                    .body();
            Optional<String> key = keyIn(
                    page.path(list.get().schema().orElseThrow().listKey().orElseThrow())
                            .path(0),
                    name);
            if (key.isPresent()) {
                return key.get();
            }
        }
        String value = sample.of(name, type);
        if (isSid(value)) {
            add(operation, above, collection, value);
        }
        return value;
    }

    /** Adds a resource that clients can't create. */
    private void add(Operation operation, List<String> above, String collection, String sid) {
        boolean hasOwnUrl = document.operations().stream()
                .anyMatch(other -> other.route().segments().size() == above.size() + 1
                        && other.route().startsWith(above)
                        && other.route().isItem());
        String url = hasOwnUrl
                ? "https://" + operation.route().host() + ".twilio.com" + collection + "/" + sid
                        + operation.route().suffix()
                : "https://monitor.twilio.com/v1/Events/" + sid;
        twilio.addResource(url, Map.of());
    }

    private static Optional<String> keyIn(JsonNode resource, String name) {
        return Stream.of(snake(name), "sid", "id", "key")
                .map(field -> resource.path(field).asText())
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    private static boolean isSid(String value) {
        return value.matches("[A-Z]{2}\\w{32}");
    }

    /** A valid value for a parameter. */
    String value(Parameter parameter) {
        return sample.of(parameter.name(), parameter.type());
    }

    static boolean isJson(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.place().equals("json"));
    }

    Answer send(Operation operation, String path, Map<String, String> parameters) {
        boolean json = isJson(operation);
        StringJoiner query = new StringJoiner("&");
        StringJoiner form = new StringJoiner("&");
        for (Parameter parameter : operation.parameters()) {
            String value = parameters.get(parameter.name());
            if (value != null) {
                switch (parameter.place()) {
                    case "query" -> query.add(pair(parameter.name(), value));
                    case "form" -> form.add(pair(parameter.name(), value));
                    case "json" -> {}
                    default -> throw new IllegalArgumentException(parameter.toString());
                }
            }
        }
        String url = operation.route().host() + ".twilio.com" + path + (query.length() > 0 ? "?" + query : "");
        return request(
                operation.method(),
                url,
                json ? "application/json" : "application/x-www-form-urlencoded",
                json ? body(operation, parameters).toString() : form.toString());
    }

    /** The JSON body with these parameters. */
    static ObjectNode body(Operation operation, Map<String, String> parameters) {
        ObjectNode body = JSON.createObjectNode();
        for (Parameter parameter : operation.parameters()) {
            String value = parameters.get(parameter.name());
            if (value != null && parameter.place().equals("json")) {
                body.set(parameter.name(), node(parameter.type(), value));
            }
        }
        return body;
    }

    Answer request(String method, String url, String type, String body) {
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(twilio.url() + "/" + url))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            boolean empty = response.body().isEmpty();
            return new Answer(
                    response.statusCode(), empty ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode node(Type type, String value) {
        try {
            if (type.item().isPresent()) {
                return JSON.createArrayNode().add(node(type.item().get(), value));
            }
            return type.is("string") ? JSON.getNodeFactory().textNode(value) : JSON.readTree(value);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(value);
        }
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** The operations in an order in which a resource is deleted last. */
    List<Operation> inOrder() {
        List<Operation> order = new ArrayList<>();
        for (String method : List.of("POST", "PUT", "PATCH", "GET", "DELETE")) {
            document.operations().stream()
                    .filter(operation -> operation.method().equals(method))
                    .sorted((a, b) ->
                            b.route().segments().size() - a.route().segments().size())
                    .forEach(order::add);
        }
        return order;
    }
}
