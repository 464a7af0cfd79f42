package dev.parlance.security.servlet;

import dev.parlance.security.Refusal;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Serves a handler in a servlet container.
 *
 * <pre>{@code
 * context.addServlet("webhooks", WebhookServlet.of(signed.handler(router))).addMapping("/*");
 * }</pre>
 *
 * <p>Routes are relative to the application's context path. Behind a {@link SignatureFilter} the handler gets the request as the
 * filter checked it. Larger bodies than the limit get a 413. Default: 1 MiB.
 */
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient WebhookHandler handler;
    private final int bodyLimit;

    private WebhookServlet(WebhookHandler handler, int bodyLimit) {
        this.handler = handler;
        this.bodyLimit = bodyLimit;
    }

    /** Serves this handler. */
    public static WebhookServlet of(WebhookHandler handler) {
        return of(handler, WebhookServer.DEFAULT_BODY_LIMIT);
    }

    /**
     * Serves this handler.
     *
     * @param bodyLimit the maximum body size in bytes
     */
    public static WebhookServlet of(WebhookHandler handler, int bodyLimit) {
        return new WebhookServlet(handler, bodyLimit);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(SignatureFilter.REQUEST) instanceof WebhookRequest checked) {
            answer(checked, response);
            return;
        }
        WebhookRequest webhook;
        try {
            Optional<WebhookResponse> refusal = handler.refusal(ServletExchange.head(request));
            if (refusal.isPresent()) {
                ServletExchange.write(refusal.get(), response);
                return;
            }
            BodyReader body = BodyReader.of(request, bodyLimit);
            if (body.state() == BodyReader.State.TOO_LARGE) {
                response.setStatus(Refusal.TOO_LARGE.status());
                return;
            }
            if (body.state() == BodyReader.State.CONSUMED) {
                System.getLogger(WebhookServlet.class.getName())
                        .log(
                                Level.ERROR,
                                "A filter has already read the body of this webhook. Register that filter after it");
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                return;
            }
            webhook = ServletExchange.request(request, body.bytes());
        } catch (IllegalArgumentException | WebhookException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        answer(webhook, response);
    }

    private void answer(WebhookRequest request, HttpServletResponse response) throws IOException {
        try {
            ServletExchange.write(handler.respond(request), response);
        } catch (RuntimeException | Error e) {
            if (response.isCommitted()) {
                throw e; // part of the response is sent: the container logs the exception and closes the connection
            }
            System.getLogger(WebhookServlet.class.getName())
                    .log(Level.ERROR, () -> "Failed to answer " + request + "; sent a 500", e);
            response.reset();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
