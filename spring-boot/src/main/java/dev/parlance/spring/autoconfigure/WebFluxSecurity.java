package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.webflux.SignatureWebFilter;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets webhooks with a checked signature pass Spring Security, which has no such setting in reactive applications. */
final class WebFluxSecurity implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof WebFilterChainProxy rules ? new ForOthers(rules) : bean;
    }

    /** Applies the application's rules to everything else. */
    private static final class ForOthers extends WebFilterChainProxy {
        private final WebFilterChainProxy rules;

        ForOthers(WebFilterChainProxy rules) {
            super(List.of());
            this.rules = rules;
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            boolean isChecked = exchange.getAttribute(SignatureWebFilter.REQUEST) != null;
            return isChecked ? chain.filter(exchange) : rules.filter(exchange, chain);
        }
    }
}
