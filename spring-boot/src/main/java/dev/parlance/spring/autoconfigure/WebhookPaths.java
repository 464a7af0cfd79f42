package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.spring.WebhookEndpoint.Receives;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The paths of all webhooks: of controllers' methods and of endpoints. */
final class WebhookPaths implements NumberWebhooks, SmartInitializingSingleton {
    private final List<RequestMappingHandlerMapping> mappings;
    private final List<WebhookEndpoint> endpoints;
    private final String servletPath;
    private volatile List<Webhook> webhooks = List.of();

    /**
     * Collects the paths.
     *
     * @param servletPath the path of the servlet that serves controllers, such as {@code /mvc}; empty for the root
     */
    WebhookPaths(List<RequestMappingHandlerMapping> mappings, List<WebhookEndpoint> endpoints, String servletPath) {
        this.mappings = List.copyOf(mappings);
        this.endpoints = List.copyOf(endpoints);
        this.servletPath = servletPath;
    }

    /**
     * A webhook.
     *
     * @param methods the HTTP methods; empty for any
     * @param owner what to name in messages
     */
    private record Webhook(PathPattern path, Set<RequestMethod> methods, Receives receives, String owner) {
        boolean matches(PathContainer requested, String method) {
            return path.matches(requested)
                    && (methods.isEmpty() || methods.stream().anyMatch(one -> allows(one, method)));
        }

        private static boolean allows(RequestMethod allowed, String method) {
            return allowed.name().equals(method) || (allowed == RequestMethod.GET && method.equals("HEAD"));
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Webhook> found = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> add(info, handler, found));
        }
        for (WebhookEndpoint endpoint : endpoints) {
            PathPattern path = PathPatternParser.defaultInstance.parse(endpoint.path());
            found.add(new Webhook(path, Set.of(), endpoint.receives(), "the webhook at " + endpoint.path()));
        }
        webhooks = List.copyOf(found);
    }

    private void add(RequestMappingInfo info, HandlerMethod handler, List<Webhook> found) {
        if (!WebhookMethods.isWebhook(handler.getMethod()) || info.getPathPatternsCondition() == null) {
            return;
        }
        for (PathPattern path : info.getPathPatternsCondition().getPatterns()) {
            found.add(new Webhook(
                    PathPatternParser.defaultInstance.parse(servletPath + path.getPatternString()),
                    info.getMethodsCondition().getMethods(),
                    WebhookMethods.receives(handler.getMethod()),
                    handler.getShortLogMessage()));
        }
    }

    /** What to name in messages, for each webhook. */
    List<String> owners() {
        return webhooks.stream().map(Webhook::owner).toList();
    }

    /** Whether a request goes to a webhook. */
    boolean matches(HttpServletRequest request) {
        // Not the path that Spring has parsed: in a forward that is the old one, and it lacks the path of the servlet.
        PathContainer inApplication = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        return webhooks.stream().anyMatch(webhook -> webhook.matches(inApplication, request.getMethod()));
    }

    @Override
    public Optional<String> textPath() {
        return first(Receives.TEXTS);
    }

    @Override
    public Optional<String> callPath() {
        return first(Receives.CALLS);
    }

    private Optional<String> first(Receives wanted) {
        return webhooks.stream()
                .filter(webhook ->
                        webhook.receives() == wanted && !webhook.path().hasPatternSyntax())
                .map(webhook -> webhook.path().getPatternString())
                .findFirst();
    }
}
