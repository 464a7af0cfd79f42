package dev.parlance.quarkus.runtime;

import dev.parlance.security.CheckResult;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Converts between the requests and responses of Quarkus and those of Parlance. */
final class WebhookExchange {
    private static final String REQUEST = WebhookRequest.class.getName();

    private WebhookExchange() {}

    static SignedWebhooks signedWebhooks() {
        return Arc.container().instance(SignedWebhooks.class).get();
    }

    /**
     * The request as it arrived.
     *
     * @throws IllegalArgumentException if its URL or a header is malformed
     */
    static WebhookRequest request(ResteasyReactiveRequestContext context, byte[] body) {
        HttpServerRequest http = context.serverRequest().unwrap(HttpServerRequest.class);
        WebhookRequest request = WebhookRequest.of(http.method().name(), url(http), headers(http), body);
        return http.remoteAddress() == null
                ? request
                : request.withRemoteAddress(http.remoteAddress().hostAddress());
    }

    private static String url(HttpServerRequest http) {
        boolean isWhole = http.uri().startsWith("http://") || http.uri().startsWith("https://");
        return isWhole ? http.uri() : http.scheme() + "://" + http.authority() + http.uri();
    }

    private static Headers headers(HttpServerRequest http) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        http.headers()
                .forEach(header -> headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                        .add(header.getValue()));
        return Headers.of(headers);
    }

    /** Passes the checked request on to the method's parameters. */
    static void accept(ResteasyReactiveRequestContext context, WebhookRequest checked) {
        context.setProperty(REQUEST, checked);
    }

    /** The request whose signature was checked. */
    static WebhookRequest accepted(ResteasyReactiveRequestContext context) {
        if (context.getProperty(REQUEST) instanceof WebhookRequest request) {
            return request;
        }
        throw new IllegalStateException("The signature of this request was not checked");
    }

    static void refuse(ResteasyReactiveRequestContext context, CheckResult result) {
        context.abortWith(response(result.refusal()));
    }

    static void refuseMalformed(ResteasyReactiveRequestContext context) {
        context.abortWith(Response.status(Response.Status.BAD_REQUEST).build());
    }

    static Response response(WebhookResponse from) {
        Response.ResponseBuilder to = Response.status(from.status());
        from.headers().asMap().forEach((name, values) -> values.forEach(value -> to.header(name, value)));
        if (from.length() > 0) {
            to.entity(from.body());
        } else if (from.length() < 0) {
            to.entity((StreamingOutput) from::writeTo);
        }
        return to.build();
    }
}
