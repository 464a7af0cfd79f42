package dev.parlance.aws.lambda;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** REST APIs with a proxy integration (format 1.0). */
final class RestApiShape implements EventShape {
    @Override
    public boolean fits(LambdaEvent event) {
        return event.has("httpMethod") && event.has("requestContext");
    }

    @Override
    public WebhookRequest request(LambdaEvent event) {
        Headers headers = Headers.of(event.lists(event.has("multiValueHeaders") ? "multiValueHeaders" : "headers"));
        String host = event.text("requestContext", "domainName");
        String origin = EventUrl.origin(host.isEmpty() ? headers.first("Host").orElse("") : host, headers);
        String path = event.text("requestContext", "path");
        String requested = EventUrl.path(path.isEmpty() ? event.text("path") : path);
        return WebhookRequest.of(event.text("httpMethod"), origin + route(event), headers, EventBody.of(event))
                .withUrl(origin + requested + EventUrl.decodedQuery(query(event)))
                .withRemoteAddress(event.text("requestContext", "identity", "sourceIp"));
    }

    private static String route(LambdaEvent event) {
        return event.has("resource")
                ? EventUrl.route(event.text("resource"), event.texts("pathParameters"))
                : EventUrl.path(event.text("path"));
    }

    private static Map<String, List<String>> query(LambdaEvent event) {
        Map<String, List<String>> all = event.lists("multiValueQueryStringParameters");
        return all.isEmpty() ? event.lists("queryStringParameters") : all;
    }

    @Override
    public void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException {
        ProxyResponse.write(response, ProxyResponse::listedHeaders, output);
    }
}
