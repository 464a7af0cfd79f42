package dev.parlance.spring.autoconfigure;

import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpResponse;

/** Writes TwiML and {@link WebhookResponse}s. */
final class TwilioResponses implements HttpMessageConverter<Object> {
    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return Twiml.class.isAssignableFrom(type) || WebhookResponse.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.TEXT_XML, MediaType.ALL);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return canWrite(type, null) ? getSupportedMediaTypes() : List.of();
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("A response to Twilio can't be read", input);
    }

    @Override
    public void write(Object value, @Nullable MediaType media, HttpOutputMessage output) throws IOException {
        WebhookResponse response = value instanceof Twiml twiml ? WebhookResponse.of(twiml) : (WebhookResponse) value;
        response.headers().asMap().forEach((name, values) -> output.getHeaders().put(name, values));
        if (value instanceof WebhookResponse && output instanceof ServerHttpResponse server) {
            server.setStatusCode(HttpStatusCode.valueOf(response.status()));
        }
        response.writeTo(output.getBody());
    }
}
