package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.spring.WebhookEndpoint.Receives;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A path at which a webhook is served.
 *
 * @param methods the HTTP methods; empty for any
 * @param owner what to name in messages
 */
record MappedWebhook(PathPattern path, Set<RequestMethod> methods, Receives receives, String owner) {
    static MappedWebhook of(WebhookEndpoint endpoint) {
        PathPattern path = PathPatternParser.defaultInstance.parse(endpoint.path());
        return new MappedWebhook(path, Set.of(), endpoint.receives(), "the webhook at " + endpoint.path());
    }

    static MappedWebhook of(PathPattern path, Set<RequestMethod> methods, HandlerMethod handler) {
        return new MappedWebhook(
                path, methods, WebhookMethods.receives(handler.getMethod()), handler.getShortLogMessage());
    }

    boolean matches(PathContainer requested, String method) {
        return path.matches(requested) && (methods.isEmpty() || methods.stream().anyMatch(one -> allows(one, method)));
    }

    private static boolean allows(RequestMethod allowed, String method) {
        return allowed.name().equals(method) || (allowed == RequestMethod.GET && method.equals("HEAD"));
    }
}
