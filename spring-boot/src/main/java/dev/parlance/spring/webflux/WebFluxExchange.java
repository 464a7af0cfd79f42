package dev.parlance.spring.webflux;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Converts between WebFlux's requests and responses and those of a {@link dev.parlance.webhook.WebhookHandler}. */
final class WebFluxExchange {
    private static final byte[] NO_BODY = {};

    private WebFluxExchange() {}

    /** The request without its body. */
    static WebhookRequest head(ServerHttpRequest request) {
        return request(request, NO_BODY);
    }

    /**
     * The request with its path relative to the application.
     *
     * @throws IllegalArgumentException if its URL or a header is malformed
     */
    static WebhookRequest request(ServerHttpRequest request, byte[] body) {
        URI url = request.getURI();
        String server = url.getScheme() + "://" + url.getRawAuthority();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String routed = request.getPath().pathWithinApplication().value();
        WebhookRequest webhook = WebhookRequest.of(
                        request.getMethod().name(), server + routed + query, headers(request.getHeaders()), body)
                .withUrl(server + url.getRawPath() + query);
        InetSocketAddress peer = request.getRemoteAddress();
        InetAddress address = peer == null ? null : peer.getAddress();
        return address == null ? webhook : webhook.withRemoteAddress(address.getHostAddress());
    }

    private static Headers headers(HttpHeaders sent) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sent.forEach(headers::put);
        return Headers.of(headers);
    }

    static Mono<Void> write(WebhookResponse from, ServerHttpResponse to) {
        to.setStatusCode(HttpStatusCode.valueOf(from.status()));
        from.headers().asMap().forEach((name, values) -> to.getHeaders().put(name, List.copyOf(values)));
        if (from.length() < 0) {
            return to.writeAndFlushWith(Flux.from(streamed(from, to)).map(part -> Flux.just(part)));
        }
        if (from.length() == 0) {
            return to.setComplete();
        }
        to.getHeaders().setContentLength(from.length());
        return to.writeWith(Mono.fromSupplier(() -> to.bufferFactory().wrap(from.body())));
    }

    private static Flux<DataBuffer> streamed(WebhookResponse from, ServerHttpResponse to) {
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                out -> writeTo(from, out), to.bufferFactory(), WorkerThread.perResponse()));
    }

    private static void writeTo(WebhookResponse response, OutputStream out) {
        try {
            response.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The response could not be written", e);
        }
    }
}
