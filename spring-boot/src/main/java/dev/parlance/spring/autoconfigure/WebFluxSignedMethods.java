package dev.parlance.spring.autoconfigure;

import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Calls the methods of controllers that answer webhooks, in place of Spring's own adapter. */
final class WebFluxSignedMethods implements HandlerAdapter, Ordered {
    private final RequestMappingHandlerAdapter methods;

    WebFluxSignedMethods(RequestMappingHandlerAdapter methods) {
        this.methods = methods;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method && WebhookMethods.isWebhook(method.getMethod());
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        return WebFluxWebhook.answer(exchange, handler.toString(), Mono.defer(() -> methods.handle(exchange, handler)));
    }
}
