package dev.parlance.aws.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** HTTP APIs (format 2.0) and function URLs, which use the same format. */
final class HttpApiShape implements EventShape {
    private static final String DEFAULT = "$default";

    @Override
    public boolean fits(LambdaEvent event) {
        return event.has("requestContext", "http");
    }

    @Override
    public WebhookRequest request(LambdaEvent event) {
        Headers headers = headers(event);
        String origin = EventUrl.origin(event.text("requestContext", "domainName"), headers);
        String query = EventUrl.rawQuery(event.text("rawQueryString"));
        return WebhookRequest.of(
                        event.text("requestContext", "http", "method"),
                        origin + route(event),
                        headers,
                        EventBody.of(event))
                .withUrl(origin + EventUrl.path(event.text("rawPath")) + query)
                .withRemoteAddress(event.text("requestContext", "http", "sourceIp"));
    }

    private static Headers headers(LambdaEvent event) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        event.texts("headers").forEach((name, value) -> all.put(name, List.of(value)));
        List<String> cookies = event.list("cookies");
        if (!cookies.isEmpty()) {
            all.put("cookie", List.of(String.join("; ", cookies)));
        }
        return Headers.of(all);
    }

    private static String route(LambdaEvent event) {
        String key = event.text("routeKey");
        if (!key.isEmpty() && !key.equals(DEFAULT)) {
            return EventUrl.route(key.substring(key.indexOf(' ') + 1), event.texts("pathParameters"));
        }
        String path = event.text("rawPath");
        String stage = "/" + event.text("requestContext", "stage");
        boolean isBelowStage = path.equals(stage) || path.startsWith(stage + "/");
        return EventUrl.path(isBelowStage ? path.substring(stage.length()) : path);
    }

    /** Writes cookies separately, because {@code Set-Cookie} is the one header whose values can't be joined. */
    @Override
    public void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException {
        ProxyResponse.write(response, HttpApiShape::writeHeaders, output);
    }

    private static void writeHeaders(JsonGenerator json, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> others = new LinkedHashMap<>(headers);
        others.keySet().removeIf(name -> name.equalsIgnoreCase("Set-Cookie"));
        ProxyResponse.joinedHeaders(json, others);
        json.writeArrayFieldStart("cookies");
        for (String cookie : headers.getOrDefault("Set-Cookie", List.of())) {
            json.writeString(cookie);
        }
        json.writeEndArray();
    }
}
