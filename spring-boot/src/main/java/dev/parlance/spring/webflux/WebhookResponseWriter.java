package dev.parlance.spring.webflux;

import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Writes the TwiML and the {@link WebhookResponse}s that methods of controllers return. Without Spring Boot, register it in your
 * {@code WebFluxConfigurer}:
 *
 * <pre>{@code
 * public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
 *     codecs.customCodecs().register(new WebhookResponseWriter());
 * }
 * }</pre>
 */
public final class WebhookResponseWriter implements HttpMessageWriter<Object> {
    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.TEXT_XML, MediaType.ALL);
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType media) {
        Class<?> written = type.toClass();
        return Twiml.class.isAssignableFrom(written) || WebhookResponse.class.isAssignableFrom(written);
    }

    @Override
    public Mono<Void> write(
            Publisher<?> values,
            ResolvableType type,
            @Nullable MediaType media,
            ReactiveHttpOutputMessage output,
            Map<String, Object> hints) {
        ServerHttpResponse response = (ServerHttpResponse) output;
        return Mono.from(values)
                .flatMap(value -> WebFluxExchange.write(
                        value instanceof Twiml twiml ? inPlace(twiml, response) : (WebhookResponse) value, response));
    }

    /** TwiML with the status that the controller has set. */
    private static WebhookResponse inPlace(Twiml twiml, ServerHttpResponse response) {
        WebhookResponse written = WebhookResponse.of(twiml);
        HttpStatusCode status = response.getStatusCode();
        return status == null ? written : written.withStatus(status.value());
    }
}
