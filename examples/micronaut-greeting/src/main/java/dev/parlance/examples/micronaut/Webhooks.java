package dev.parlance.examples.micronaut;

// snippet: adapter
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Answers every request below {@code /twilio} with the handler. */
@ServerFilter("/twilio/**")
final class Webhooks {
    private static final int BODY_LIMIT = 1 << 20;
    private static final byte[] NO_BODY = {};

    private final WebhookHandler handler;

    Webhooks(WebhookHandler handler) {
        this.handler = handler;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> answer(ServerHttpRequest<?> request) throws IOException {
        WebhookRequest head;
        try {
            head = webhook(request, NO_BODY);
        } catch (IllegalArgumentException e) { // the URL or a header is malformed
            return HttpResponse.badRequest();
        }
        Optional<WebhookResponse> refusal = handler.refusal(head);
        if (refusal.isPresent()) {
            return converted(refusal.get());
        }
        try (InputStream in = request.byteBody().toInputStream()) {
            byte[] body = in.readNBytes(BODY_LIMIT + 1);
            return body.length > BODY_LIMIT
                    ? HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
                    : converted(handler.respond(webhook(request, body)));
        }
    }

    private static WebhookRequest webhook(ServerHttpRequest<?> request, byte[] body) {
        HttpHeaders headers = request.getHeaders();
        String url = (request.isSecure() ? "https" : "http") + "://"
                + headers.get(HttpHeaders.HOST, String.class, "localhost") + request.getUri();
        return WebhookRequest.of(request.getMethodName(), url, Headers.of(headers.asMap()), body)
                .withRemoteAddress(request.getRemoteAddress().getAddress().getHostAddress());
    }

    private static HttpResponse<?> converted(WebhookResponse response) {
        MutableHttpResponse<byte[]> converted = HttpResponse.status(response.status(), "");
        response.headers().asMap().forEach((name, values) -> values.forEach(value -> converted.header(name, value)));
        return response.length() == 0 ? converted : converted.body(response.body());
    }
}
// end
