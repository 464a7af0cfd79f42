package dev.parlance.aws.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A REST API with its own mapping: {@code {"params":{…},"headers":{…}}} and optionally {@code "rawBody"}, {@code "method"},
 * {@code "domainName"} and {@code "path"} (including the stage). The response is the body alone, as a JSON string. A refusal is an
 * error whose message starts with the status in brackets, so that the API can map it.
 */
final class MappedShape implements EventShape {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public boolean fits(LambdaEvent event) {
        return event.has("headers") && (event.has("params") || event.has("rawBody"));
    }

    @Override
    public WebhookRequest request(LambdaEvent event) {
        Headers headers = Headers.of(event.lists("headers"));
        String host = event.text("domainName");
        String origin = EventUrl.origin(host.isEmpty() ? headers.first("Host").orElse("") : host, headers);
        String path = event.text("path").isEmpty() ? "/" : event.text("path");
        String method = event.text("method").isEmpty() ? "POST" : event.text("method");
        WebhookRequest request = WebhookRequest.of(method, origin + EventUrl.path(path), headers, new byte[0]);
        if (event.has("rawBody")) {
            String type = headers.first("Content-Type").orElse(FORM);
            return request.withBody(type, event.text("rawBody").getBytes(StandardCharsets.UTF_8));
        }
        List<String> namesAndValues = new ArrayList<>();
        event.lists("params")
                .forEach((name, values) -> values.forEach(value -> namesAndValues.addAll(List.of(name, value))));
        return request.withForm(namesAndValues.toArray(String[]::new));
    }

    @Override
    public void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException {
        if (response.status() >= 300) {
            throw new MappedRefusal("[" + response.status() + "] " + response.bodyText());
        }
        try (JsonGenerator json = LambdaEvent.JSON.createGenerator(output)) {
            json.writeString(response.bodyText());
        }
    }
}
