package dev.parlance.quarkus.runtime;

import dev.parlance.security.SignedWebhooks;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Refuses a request without a signature, or with a method that is not allowed, before its body is read. */
final class HeadCheck implements ServerRestHandler {
    private static final byte[] NOTHING = {};

    @Override
    public void handle(ResteasyReactiveRequestContext context) {
        SignedWebhooks signed = WebhookExchange.signedWebhooks();
        try {
            signed.checkHead(WebhookExchange.request(context, NOTHING))
                    .ifPresent(refused -> WebhookExchange.refuse(context, refused));
        } catch (IllegalArgumentException e) {
            WebhookExchange.refuseMalformed(context);
        }
    }
}
