package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.observation.WebhookObservation;
import dev.parlance.spring.webflux.SignatureWebFilter;
import dev.parlance.spring.webflux.WebhookWebHandler;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Checks the signature of requests to webhooks, and of no others, and observes them. */
final class WebFluxWebhookFilter implements WebFilter {
    private final WebhookPaths paths;
    private final SignatureWebFilter signature;
    private final Observations observations;

    WebFluxWebhookFilter(WebhookPaths paths, SignatureWebFilter signature, Observations observations) {
        this.paths = paths;
        this.signature = signature;
        this.observations = observations;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return paths.matches(
                        request.getPath().pathWithinApplication(),
                        request.getMethod().name())
                ? signature.filter(exchange, signed -> Mono.deferContextual(context -> answer(signed, chain, context)))
                : chain.filter(exchange);
    }

    private Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain, ContextView context) {
        WebhookRequest webhook = exchange.getRequiredAttribute(SignatureWebFilter.REQUEST);
        WebhookObservation observation = WebFluxWebhook.observation(context).scoped(() -> observations.start(webhook));
        return chain.filter(exchange)
                .onErrorResume(WebhookException.class, e -> refuse(exchange, e))
                .doOnSuccess(
                        done -> observation.stop(status(exchange.getResponse().getStatusCode())))
                .doOnError(e -> stop(observation, e))
                .doOnCancel(() -> stop(observation, new CancellationException("The sender closed the connection")))
                .contextWrite(inner -> inner.put(ObservationThreadLocalAccessor.KEY, observation.observation()));
    }

    /** Answers with the status and the message of the exception, without the application's error page. */
    private static Mono<Void> refuse(ServerWebExchange exchange, WebhookException refusal) {
        return WebhookWebHandler.of(request -> {
                    throw refusal;
                })
                .handle(exchange);
    }

    private static void stop(WebhookObservation observation, Throwable failure) {
        observation.error(failure);
        observation.stop(
                failure instanceof ErrorResponse response
                        ? response.getStatusCode().value()
                        : HttpStatus.INTERNAL_SERVER_ERROR.value());
    }

    private static int status(@Nullable HttpStatusCode status) {
        return status == null ? HttpStatus.OK.value() : status.value();
    }
}
