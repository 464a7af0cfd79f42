package dev.parlance.quarkus.runtime;

import dev.parlance.security.CheckResult;
import dev.parlance.security.Refusal;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Checks the signature. What comes after it can read the body, and finds the parameters of the form that was checked. */
final class SignatureCheck implements ServerRestHandler {
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public void handle(ResteasyReactiveRequestContext context) throws IOException {
        SignedWebhooks signed = WebhookExchange.signedWebhooks();
        byte[] body = context.getInputStream().readNBytes(signed.bodyLimit() + 1);
        try {
            CheckResult result = check(signed, WebhookExchange.request(context, body));
            if (result.isAccepted()) {
                accept(context, result, body);
            } else {
                WebhookExchange.refuse(context, result);
            }
        } catch (IllegalArgumentException | WebhookException e) {
            WebhookExchange.refuseMalformed(context);
        }
    }

    private static CheckResult check(SignedWebhooks signed, WebhookRequest request) {
        return request.bodyLength() > signed.bodyLimit()
                ? signed.refuse(request, Refusal.TOO_LARGE, "The limit is " + signed.bodyLimit() + " bytes.")
                : signed.check(request);
    }

    private static void accept(ResteasyReactiveRequestContext context, CheckResult result, byte[] body) {
        if (result.request().hasForm()) {
            context.setFormData(form(result.request().formParameters()));
        }
        context.setInputStream(new ByteArrayInputStream(body));
        context.registerCompletionCallback(failure -> {
            int status =
                    context.serverRequest().unwrap(HttpServerResponse.class).getStatusCode();
            if (failure != null || status >= FIRST_SERVER_ERROR) {
                result.handlerFailed();
            }
        });
        WebhookExchange.accept(context, result.request());
    }

    private static FormData form(Parameters parameters) {
        FormData form = new FormData(parameters.entries().size());
        parameters.entries().forEach(parameter -> form.add(parameter.name(), parameter.value()));
        return form;
    }
}
