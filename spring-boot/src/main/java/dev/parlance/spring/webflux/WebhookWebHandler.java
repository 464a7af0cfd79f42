package dev.parlance.spring.webflux;

import dev.parlance.security.Refusal;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/**
 * Serves a handler in WebFlux. The handler may block.
 *
 * <pre>{@code
 * WebHandler dial = WebhookWebHandler.of(router);
 * }</pre>
 *
 * <p>It checks no signature: put a {@link SignatureWebFilter} before it, and the handler gets the request as the filter checked
 * it. Larger bodies than the limit get a 413. Default: 1 MiB.
 */
public final class WebhookWebHandler implements WebHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWebHandler.class);

    private final WebhookHandler handler;
    private final int bodyLimit;

    private WebhookWebHandler(WebhookHandler handler, int bodyLimit) {
        this.handler = handler;
        this.bodyLimit = bodyLimit;
    }

    /** Serves this handler. */
    public static WebhookWebHandler of(WebhookHandler handler) {
        return of(handler, WebhookServer.DEFAULT_BODY_LIMIT);
    }

    /**
     * Serves this handler.
     *
     * @param bodyLimit the maximum body size in bytes
     */
    public static WebhookWebHandler of(WebhookHandler handler, int bodyLimit) {
        return new WebhookWebHandler(handler, bodyLimit);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        Mono<WebhookResponse> response =
                exchange.getAttribute(SignatureWebFilter.REQUEST) instanceof WebhookRequest checked
                        ? WorkerThread.run(Mono.fromSupplier(() -> handler.respond(checked)))
                        : unchecked(exchange.getRequest());
        return response.flatMap(answer -> WebFluxExchange.write(answer, exchange.getResponse()));
    }

    private Mono<WebhookResponse> unchecked(ServerHttpRequest request) {
        return WorkerThread.run(Mono.fromSupplier(() -> handler.refusal(WebFluxExchange.head(request))))
                .flatMap(refusal -> refusal.map(Mono::just)
                        .orElseGet(() -> BodyReader.of(request, bodyLimit)
                                .flatMap(body -> WorkerThread.run(Mono.fromSupplier(() -> answer(request, body))))))
                .onErrorReturn(WebhookWebHandler::isMalformed, status(HttpStatus.BAD_REQUEST.value()));
    }

    private WebhookResponse answer(ServerHttpRequest request, BodyReader body) {
        return switch (body.state()) {
            case TOO_LARGE -> status(Refusal.TOO_LARGE.status());
            case CONSUMED -> {
                LOG.error("A filter has already read the body of this webhook. Register that filter after it");
                yield status(HttpStatus.INTERNAL_SERVER_ERROR.value());
            }
            case READ -> handler.respond(WebFluxExchange.request(request, body.bytes()));
        };
    }

    private static WebhookResponse status(int status) {
        return WebhookResponse.noContent().withStatus(status);
    }

    private static boolean isMalformed(Throwable failure) {
        return failure instanceof IllegalArgumentException || failure instanceof WebhookException;
    }
}
