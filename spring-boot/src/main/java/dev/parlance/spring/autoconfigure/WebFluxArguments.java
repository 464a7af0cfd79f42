package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.webflux.SignatureWebFilter;
import dev.parlance.webhook.WebhookRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Arguments of controllers' methods in a reactive application, from the request that the filter checked. */
final class WebFluxArguments implements SyncHandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return WebhookMethods.isArgument(parameter.getParameterType());
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        WebhookRequest webhook = exchange.getRequiredAttribute(SignatureWebFilter.REQUEST);
        return WebhookMethods.argument(parameter.getParameterType(), webhook);
    }
}
