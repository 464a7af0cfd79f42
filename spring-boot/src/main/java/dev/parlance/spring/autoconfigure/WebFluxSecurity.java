package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.webflux.SignatureWebFilter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets webhooks with a checked signature and media pass Spring Security, which has no such setting in reactive applications. */
final class WebFluxSecurity implements BeanPostProcessor {
    private final ObjectProvider<MediaEndpoint> media;

    WebFluxSecurity(ObjectProvider<MediaEndpoint> media) {
        this.media = media;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof WebFilterChainProxy rules ? new ForOthers(rules, media) : bean;
    }

    /** Applies the application's rules to everything else. */
    private static final class ForOthers extends WebFilterChainProxy {
        private final WebFilterChainProxy rules;
        private final ObjectProvider<MediaEndpoint> media;

        ForOthers(WebFilterChainProxy rules, ObjectProvider<MediaEndpoint> media) {
            super(List.of());
            this.rules = rules;
            this.media = media;
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            boolean isChecked = exchange.getAttribute(SignatureWebFilter.REQUEST) != null;
            return isChecked || isMedia(exchange) ? chain.filter(exchange) : rules.filter(exchange, chain);
        }

        private boolean isMedia(ServerWebExchange exchange) {
            PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
            return media.stream().anyMatch(endpoint -> endpoint.matches(path));
        }
    }
}
