package dev.parlance.quarkus.runtime;

import dev.parlance.webhook.WebhookException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a {@link WebhookException} with its status and message. */
public final class WebhookRefusals implements ExceptionMapper<WebhookException> {
    @Override
    public Response toResponse(WebhookException refusal) {
        return response(refusal);
    }

    static Response response(WebhookException refusal) {
        return Response.status(refusal.status())
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity(refusal.getMessage())
                .build();
    }
}
