package dev.parlance.aws.lambda;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Application load balancers, whose target groups either list the values of a header or join them. */
final class LoadBalancerShape implements EventShape {
    @Override
    public boolean fits(LambdaEvent event) {
        return event.has("requestContext", "elb");
    }

    @Override
    public WebhookRequest request(LambdaEvent event) {
        Headers headers = Headers.of(event.lists(isListed(event) ? "multiValueHeaders" : "headers"));
        // Health checks have no host.
        String origin = EventUrl.origin(headers.first("Host").orElse("localhost"), headers);
        WebhookRequest request = WebhookRequest.of(
                event.text("httpMethod"),
                origin + EventUrl.path(event.text("path")) + query(event),
                headers,
                EventBody.of(event));
        // The load balancer appends the sender it sees; everything before that came with the request.
        String hops = headers.first("X-Forwarded-For").orElse("");
        String sender = hops.substring(hops.lastIndexOf(',') + 1).strip();
        return sender.isEmpty() ? request : request.withRemoteAddress(sender);
    }

    /** The query, which a load balancer does not decode. */
    private static String query(LambdaEvent event) {
        Map<String, List<String>> parameters =
                event.lists(isListed(event) ? "multiValueQueryStringParameters" : "queryStringParameters");
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, values) -> values.forEach(value -> query.add(name + "=" + value)));
        return EventUrl.rawQuery(query.toString());
    }

    @Override
    public void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException {
        ProxyResponse.write(
                response, isListed(event) ? ProxyResponse::listedHeaders : ProxyResponse::joinedHeaders, output);
    }

    private static boolean isListed(LambdaEvent event) {
        return event.has("multiValueHeaders");
    }
}
