package dev.parlance.quarkus.runtime;

import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.WebhookResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Turns what a webhook's method returned into a response: TwiML, a {@link WebhookResponse}, or a response with TwiML in it. */
final class ResultConversion implements ServerRestHandler {
    private static final MediaType XML = MediaType.TEXT_XML_TYPE.withCharset("utf-8");

    @Override
    public void handle(ResteasyReactiveRequestContext context) {
        Object result = context.getResult();
        if (result instanceof Twiml twiml) {
            context.setResult(WebhookExchange.response(WebhookResponse.of(twiml)));
        } else if (result instanceof WebhookResponse response) {
            context.setResult(WebhookExchange.response(response));
        } else if (result instanceof RestResponse<?> response && response.getEntity() instanceof Twiml twiml) {
            context.setResult(withTwiml(response.toResponse(), twiml));
        } else if (result instanceof Response response && response.getEntity() instanceof Twiml twiml) {
            context.setResult(withTwiml(response, twiml));
        }
    }

    private static Response withTwiml(Response response, Twiml twiml) {
        return Response.fromResponse(response).entity(twiml.toBytes()).type(XML).build();
    }
}
