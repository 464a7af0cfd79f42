package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.webflux.SignatureWebFilter;
import dev.parlance.webhook.WebhookRequest;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/** Answers a webhook in a reactive application, whichever filters it has passed. */
final class WebFluxWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(WebFluxWebhook.class);

    private WebFluxWebhook() {}

    /**
     * Runs a handler if the request's signature was checked, else refuses the request, whatever path it took. The handler may
     * block, its log lines carry the message or call, and what it does is a child of the webhook's observation.
     *
     * @param name the handler, for the log
     */
    static <T> Mono<T> answer(ServerWebExchange exchange, String name, Mono<T> handler) {
        if (!(exchange.getAttribute(SignatureWebFilter.REQUEST) instanceof WebhookRequest webhook)) {
            LOG.error("Refused a request to {}, because its signature was not checked", name);
            exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
            return exchange.getResponse().setComplete().then(Mono.empty());
        }
        Mono<T> observed = observed(webhook, handler);
        // The filter has left the server's own thread, but a filter after it may have returned to one.
        return Mono.defer(() ->
                Schedulers.isInNonBlockingThread() ? observed.subscribeOn(Schedulers.boundedElastic()) : observed);
    }

    private static <T> Mono<T> observed(WebhookRequest webhook, Mono<T> handler) {
        return Mono.deferContextual(context -> {
            Observation observation = observation(context);
            return Mono.fromDirect(subscriber -> {
                Observation.Scope scope = observation.openScope();
                LogContext log = LogContext.of(webhook);
                try {
                    handler.subscribe(subscriber);
                } finally {
                    log.close();
                    scope.close();
                }
            });
        });
    }

    /** The current observation of a reactive chain. */
    static Observation observation(ContextView context) {
        return context.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
                .orElse(Observation.NOOP);
    }
}
