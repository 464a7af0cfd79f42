package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.spring.webflux.WebhookWebHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebHandler;

/** Serves {@link WebhookEndpoint}s and media in a reactive application. They go before controllers, as servlets do. */
final class WebFluxEndpoints {
    private WebFluxEndpoints() {}

    static HandlerMapping mapping(List<WebhookEndpoint> endpoints) {
        Map<String, WebHandler> handlers = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> handlers.put(endpoint.path(), signed(endpoint)));
        return new SimpleUrlHandlerMapping(handlers, Ordered.HIGHEST_PRECEDENCE);
    }

    static HandlerMapping ofMedia(List<MediaEndpoint> media) {
        Map<String, WebHandler> handlers = new LinkedHashMap<>();
        media.forEach(
                endpoint -> handlers.put(endpoint.path().getPatternString(), WebhookWebHandler.of(endpoint.handler())));
        return new SimpleUrlHandlerMapping(handlers, Ordered.HIGHEST_PRECEDENCE);
    }

    private static WebHandler signed(WebhookEndpoint endpoint) {
        WebHandler handler = WebhookWebHandler.of(endpoint.handler());
        return exchange -> WebFluxWebhook.answer(exchange, endpoint.path(), handler.handle(exchange));
    }
}
