package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A REST API with proxy integrations. Turns each request into the event that API Gateway sends. */
final class RestApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\+?}");
    private static final List<String> ANY = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private final String stage;
    private final Router router = Router.create();
    private final WebhookServer server;

    RestApi(String stage, int port) {
        this.stage = stage;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.server = WebhookServer.start(address, 6 << 20, router);
    }

    /** The stage's URL, without a trailing slash. */
    URI url() {
        return URI.create(server.url() + "/" + stage);
    }

    /** Sends the requests of a route to a function. */
    void route(String method, String path, UnaryOperator<String> function) {
        for (String each : method.equalsIgnoreCase("any") ? ANY : List.of(method.toUpperCase(Locale.ROOT))) {
            router.route(each, "/" + stage + path, request -> answer(function.apply(event(path, request))));
        }
    }

    private String event(String path, WebhookRequest request) {
        ObjectNode event = JSON.createObjectNode()
                .put("resource", path)
                .put("path", request.path().substring(stage.length() + 1))
                .put("httpMethod", request.method());
        ObjectNode headers = event.putObject("headers");
        ObjectNode lists = event.putObject("multiValueHeaders");
        request.headers().asMap().forEach((name, values) -> header(headers, lists, name, values));
        header(headers, lists, "X-Forwarded-Proto", List.of("http"));
        query(event, request.queryParameters());
        ObjectNode variables = event.putObject("pathParameters");
        Matcher names = VARIABLE.matcher(path);
        while (names.find()) {
            variables.put(names.group(1), request.pathVariable(names.group(1)));
        }
        ObjectNode context = event.putObject("requestContext")
                .put("resourcePath", path)
                .put("path", request.path())
                .put("stage", stage)
                .put("httpMethod", request.method())
                .put("protocol", "HTTP/1.1")
                .put("domainName", "localhost:" + server.port());
        context.putObject("identity").put("sourceIp", request.remoteAddress().orElse(""));
        return event.put("body", Base64.getEncoder().encodeToString(request.body()))
                .put("isBase64Encoded", true)
                .toString();
    }

    private static void header(ObjectNode headers, ObjectNode lists, String name, List<String> values) {
        headers.put(name, values.get(values.size() - 1));
        values.forEach(lists.putArray(name)::add);
    }

    private static void query(ObjectNode event, Parameters parameters) {
        ObjectNode last = event.putObject("queryStringParameters");
        ObjectNode lists = event.putObject("multiValueQueryStringParameters");
        for (Parameters.Parameter parameter : parameters.entries()) {
            last.put(parameter.name(), parameter.value());
            lists.withArray("/" + parameter.name().replace("~", "~0").replace("/", "~1"))
                    .add(parameter.value());
        }
    }

    /** The HTTP response. An invalid answer becomes a 502, as in API Gateway. */
    private static WebhookResponse answer(String json) {
        try {
            JsonNode answer = JSON.readTree(json);
            if (!answer.path("statusCode").isInt()) {
                return WebhookResponse.json("{\"message\": \"Internal server error\"}")
                        .withStatus(502);
            }
            String body = answer.path("body").asText("");
            byte[] bytes = answer.path("isBase64Encoded").asBoolean()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
            return withHeaders(answer, bytes)
                    .withStatus(answer.path("statusCode").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException("The function's answer is not JSON", e);
        }
    }

    private static WebhookResponse withHeaders(JsonNode answer, byte[] body) {
        String type = "application/json";
        for (Map.Entry<String, JsonNode> header :
                answer.path("multiValueHeaders").properties()) {
            type = header.getKey().equalsIgnoreCase("Content-Type")
                    ? header.getValue().path(0).asText()
                    : type;
        }
        WebhookResponse response = WebhookResponse.bytes(type, body);
        for (Map.Entry<String, JsonNode> header :
                answer.path("multiValueHeaders").properties()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                for (JsonNode value : header.getValue()) {
                    response = response.withHeader(header.getKey(), value.asText());
                }
            }
        }
        return response;
    }

    @Override
    public void close() {
        server.close();
    }
}
