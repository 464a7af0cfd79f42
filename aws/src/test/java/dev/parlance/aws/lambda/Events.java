package dev.parlance.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;

/** The events that AWS makes of a request, with what each kind of gateway decodes. */
final class Events {
    static final String STAGE = "Prod";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** A REST API keeps the path and decodes the query. */
    static ObjectNode restApi(WebhookRequest request) {
        ObjectNode event = JSON.createObjectNode()
                .put("resource", "/contract/{proxy+}")
                .put("httpMethod", request.method())
                .put("path", request.path().substring(1 + STAGE.length()))
                .put("body", request.bodyText())
                .put("isBase64Encoded", false);
        event.putObject("pathParameters").put("proxy", request.path().split("/contract/", 2)[1]);
        listedHeaders(event, request);
        ObjectNode query = event.putObject("multiValueQueryStringParameters");
        for (Parameter parameter : request.queryParameters().entries()) {
            query.withArrayProperty(parameter.name()).add(parameter.value());
        }
        ObjectNode context = event.putObject("requestContext")
                .put("stage", STAGE)
                .put("path", request.path())
                .put("domainName", host(request));
        context.putObject("identity").put("sourceIp", sender(request));
        return event;
    }

    /** An HTTP API decodes the path and keeps the query. */
    static ObjectNode httpApi(WebhookRequest request) {
        String path = URLDecoder.decode(request.path().replace("+", "%2B"), UTF_8);
        return formatTwo(request, path, STAGE);
    }

    /** A function URL keeps both. */
    static ObjectNode functionUrl(WebhookRequest request) {
        return formatTwo(request, request.path(), "$default");
    }

    private static ObjectNode formatTwo(WebhookRequest request, String path, String stage) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", path)
                .put("rawQueryString", rawQuery(request))
                .put("body", Base64.getEncoder().encodeToString(request.body()))
                .put("isBase64Encoded", true);
        ObjectNode headers = event.putObject("headers");
        request.headers()
                .asMap()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        ObjectNode context =
                event.putObject("requestContext").put("stage", stage).put("domainName", host(request));
        context.putObject("http")
                .put("method", request.method())
                .put("path", path)
                .put("sourceIp", sender(request));
        return event;
    }

    /** A load balancer keeps path, names and values, but not the order of repeated names. */
    static ObjectNode loadBalancer(WebhookRequest request) {
        ObjectNode event = JSON.createObjectNode()
                .put("httpMethod", request.method())
                .put("path", request.path())
                .put("body", request.bodyText())
                .put("isBase64Encoded", false);
        listedHeaders(event, request);
        event.withObjectProperty("multiValueHeaders")
                .putArray("x-forwarded-for")
                .add(sender(request));
        ObjectNode query = event.putObject("multiValueQueryStringParameters");
        for (String pair : rawQuery(request).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                query.withArrayProperty(parts[0]).add(parts.length > 1 ? parts[1] : "");
            }
        }
        event.putObject("requestContext").putObject("elb");
        return event;
    }

    private static void listedHeaders(ObjectNode event, WebhookRequest request) {
        ObjectNode headers = event.putObject("multiValueHeaders");
        request.headers().asMap().forEach((name, values) -> values.forEach(headers.putArray(name)::add));
    }

    private static String rawQuery(WebhookRequest request) {
        int mark = request.url().indexOf('?');
        return mark < 0 ? "" : request.url().substring(mark + 1);
    }

    private static String host(WebhookRequest request) {
        return request.header("Host").orElseThrow();
    }

    private static String sender(WebhookRequest request) {
        return request.remoteAddress().orElseThrow();
    }
}
