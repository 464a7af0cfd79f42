package dev.parlance.spring.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The webhooks in controllers of a reactive application. */
record WebFluxControllers(List<RequestMappingHandlerMapping> mappings) implements ControllerWebhooks {
    @Override
    public List<MappedWebhook> find() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> WebhookMethods.isWebhook(mapped.getValue().getMethod()))
                .flatMap(WebFluxControllers::webhooks)
                .toList();
    }

    private static Stream<MappedWebhook> webhooks(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        Set<RequestMethod> methods = mapped.getKey().getMethodsCondition().getMethods();
        return mapped.getKey().getPatternsCondition().getPatterns().stream()
                .map(path -> MappedWebhook.of(path, methods, mapped.getValue()));
    }
}
