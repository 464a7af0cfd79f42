package dev.parlance.spring.webflux;

import dev.parlance.security.CheckResult;
import dev.parlance.security.Refusal;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Passes only signed requests down the chain of filters, in a thread that may block. Filters and controllers after it can still
 * read the body and the form.
 *
 * <pre>{@code
 * WebFilter filter = SignatureWebFilter.of(SignedWebhooks.verifiedBy(TwilioSignature.of(token))
 *         .withPublicUrl(URI.create("https://hooks.example.com")));
 * }</pre>
 *
 * <p>Register it before any filter that reads the body or the form; after one, requests with a body are refused. A request without
 * a signature, or with a method or content type that is not allowed, is refused before its body is read. Thread-safe.
 */
public final class SignatureWebFilter implements WebFilter {
    /** The attribute of the exchange that holds the checked {@link WebhookRequest}. */
    public static final String REQUEST = SignatureWebFilter.class.getName() + ".request";

    private final SignedWebhooks signed;

    private SignatureWebFilter(SignedWebhooks signed) {
        this.signed = signed;
    }

    /** Applies this check. */
    public static SignatureWebFilter of(SignedWebhooks signed) {
        return new SignatureWebFilter(signed);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return checked(exchange.getRequest())
                .onErrorResume(SignatureWebFilter::isMalformed, e -> badRequest(exchange.getResponse()))
                .flatMap(result -> result.isAccepted()
                        ? pass(result, exchange, chain)
                        : WebFluxExchange.write(result.refusal(), exchange.getResponse()));
    }

    private Mono<CheckResult> checked(ServerHttpRequest request) {
        return Mono.defer(() -> signed.checkHead(WebFluxExchange.head(request))
                .map(Mono::just)
                .orElseGet(() -> BodyReader.of(request, signed.bodyLimit())
                        .flatMap(body -> WorkerThread.run(Mono.fromSupplier(() -> checked(request, body))))));
    }

    private CheckResult checked(ServerHttpRequest request, BodyReader body) {
        WebhookRequest webhook = WebFluxExchange.request(request, body.bytes());
        return switch (body.state()) {
            case TOO_LARGE ->
                signed.refuse(webhook, Refusal.TOO_LARGE, "The limit is " + signed.bodyLimit() + " bytes.");
            case CONSUMED ->
                signed.refuse(
                        webhook,
                        Refusal.MALFORMED,
                        "Another filter has read the body. Put the SignatureWebFilter before it.");
            case READ -> signed.check(webhook);
        };
    }

    private static boolean isMalformed(Throwable failure) {
        return failure instanceof IllegalArgumentException || failure instanceof WebhookException;
    }

    private static Mono<CheckResult> badRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        return response.setComplete().then(Mono.empty());
    }

    private static Mono<Void> pass(CheckResult result, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(REQUEST, result.request());
        return chain.filter(new CheckedExchange(exchange, result.request()))
                .doOnSuccess(done -> {
                    HttpStatusCode status = exchange.getResponse().getStatusCode();
                    if (status != null && status.is5xxServerError()) {
                        result.handlerFailed();
                    }
                })
                .doOnError(e -> result.handlerFailed())
                .doOnCancel(result::handlerFailed);
    }
}
