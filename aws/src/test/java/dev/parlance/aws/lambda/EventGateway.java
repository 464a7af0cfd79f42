package dev.parlance.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/** Puts a function behind HTTP, as a gateway of AWS does: each request becomes an event, and its result a response. */
final class EventGateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<WebhookRequest, JsonNode> event;
    private final LambdaWebhook function;

    private EventGateway(Function<WebhookRequest, JsonNode> event, LambdaWebhook function) {
        this.event = event;
        this.function = function;
    }

    /** Starts on a free local port. */
    static WebhookServer start(Function<WebhookRequest, JsonNode> event, WebhookHandler handler) {
        EventGateway gateway = new EventGateway(event, new LambdaWebhook(handler));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return WebhookServer.start(address, WebhookServer.DEFAULT_BODY_LIMIT, gateway::answer);
    }

    private WebhookResponse answer(WebhookRequest request) {
        try {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            function.handleRequest(
                    new ByteArrayInputStream(JSON.writeValueAsBytes(event.apply(request))), output, null);
            return response(JSON.readTree(output.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebhookResponse response(JsonNode result) {
        String body = result.path("body").asText();
        byte[] bytes =
                result.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
        JsonNode headers = result.has("multiValueHeaders") ? result.path("multiValueHeaders") : result.path("headers");
        WebhookResponse response = bytes.length == 0
                ? WebhookResponse.noContent()
                : WebhookResponse.bytes(text(headers.path("Content-Type")), bytes);
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            if (!header.getKey().equals("Content-Type")) {
                response = response.withHeader(header.getKey(), text(header.getValue()));
            }
        }
        return response.withStatus(result.path("statusCode").asInt());
    }

    private static String text(JsonNode header) {
        return header.isArray() ? header.path(0).asText() : header.asText();
    }
}
