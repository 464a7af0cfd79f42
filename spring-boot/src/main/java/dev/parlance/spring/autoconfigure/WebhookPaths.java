package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.spring.WebhookEndpoint.Receives;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;

/** The paths of all webhooks: of controllers' methods and of endpoints. */
final class WebhookPaths implements NumberWebhooks, SmartInitializingSingleton {
    private final ControllerWebhooks controllers;
    private final List<WebhookEndpoint> endpoints;
    private final List<SenderWebhook> senders;
    private volatile List<MappedWebhook> webhooks = List.of();

    WebhookPaths(ControllerWebhooks controllers, List<WebhookEndpoint> endpoints, List<SenderWebhook> senders) {
        this.controllers = controllers;
        this.endpoints = List.copyOf(endpoints);
        this.senders = List.copyOf(senders);
        Set<String> paths = new HashSet<>();
        for (WebhookEndpoint endpoint : endpoints) {
            if (!paths.add(endpoint.path())) {
                throw new IllegalStateException(
                        "Two webhooks have the path " + endpoint.path() + "; change one of them");
            }
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        webhooks = Stream.concat(controllers.find().stream(), endpoints.stream().map(MappedWebhook::of))
                .toList();
    }

    /** What to name in messages, for each webhook. */
    List<String> owners() {
        return webhooks.stream().map(MappedWebhook::owner).toList();
    }

    /**
     * Whether a request goes to a webhook.
     *
     * @param path the path within the application
     */
    boolean matches(PathContainer path, String method) {
        return webhooks.stream().anyMatch(webhook -> webhook.matches(path, method));
    }

    @Override
    public Optional<String> textPath() {
        return first(Receives.TEXTS);
    }

    @Override
    public Optional<String> callPath() {
        return first(Receives.CALLS);
    }

    @Override
    public Map<String, String> senderPaths() {
        Map<String, String> paths = new TreeMap<>();
        senders.forEach(webhook -> paths.put(webhook.sender(), webhook.path()));
        return paths;
    }

    private Optional<String> first(Receives wanted) {
        return webhooks.stream()
                .filter(webhook ->
                        webhook.receives() == wanted && !webhook.path().hasPatternSyntax())
                .map(webhook -> webhook.path().getPatternString())
                .findFirst();
    }
}
