package dev.parlance.quarkus.runtime;

import java.util.List;
import org.jboss.resteasy.reactive.common.model.ResourceClass;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.model.ServerResourceMethod;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * What runs around a webhook's method. It is part of the method's own chain, so that no request reaches the method without the
 * check of its signature.
 */
public final class WebhookChain implements HandlerChainCustomizer {
    @Override
    public List<ServerRestHandler> handlers(Phase phase, ResourceClass resource, ServerResourceMethod method) {
        return switch (phase) {
            case AFTER_MATCH -> List.of(new HeadCheck(), new BodyCollector(), new SignatureCheck());
            case AFTER_METHOD_INVOKE_SECOND_ROUND -> List.of(new ResultConversion());
            // Quarkus chose a writer for the method's type, but the result is now a response.
            case AFTER_RESPONSE_CREATED -> List.of(ResteasyReactiveRequestContext::resetBuildTimeSerialization);
            default -> List.of();
        };
    }
}
