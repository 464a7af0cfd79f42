package dev.parlance.spring.webflux;

import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.MultipartHttpMessageReader;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An exchange whose body can be read again from memory: as bytes, as a form or in parts. */
final class CheckedExchange extends ServerWebExchangeDecorator {
    private static final ResolvableType PARTS =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, Part.class);

    private final WebhookRequest webhook;
    private final ServerHttpRequest request;

    CheckedExchange(ServerWebExchange exchange, WebhookRequest webhook) {
        super(exchange);
        this.webhook = webhook;
        this.request = new BufferedRequest(exchange.getRequest(), webhook.body());
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    /** The parameters that were checked. */
    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return Mono.fromSupplier(() -> {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            for (Parameter parameter : webhook.formParameters().entries()) {
                form.add(parameter.name(), parameter.value());
            }
            return form;
        });
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        MultipartHttpMessageReader reader = new MultipartHttpMessageReader(inMemory());
        return reader.canRead(PARTS, request.getHeaders().getContentType())
                ? reader.readMono(PARTS, request, Map.of())
                : Mono.just(new LinkedMultiValueMap<>());
    }

    private static DefaultPartHttpMessageReader inMemory() {
        DefaultPartHttpMessageReader parts = new DefaultPartHttpMessageReader();
        parts.setMaxInMemorySize(-1); // The whole body is there already.
        return parts;
    }

    private static final class BufferedRequest extends ServerHttpRequestDecorator {
        private final byte[] body;

        BufferedRequest(ServerHttpRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
        }
    }
}
