package dev.parlance.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/**
 * Answers webhooks on AWS Lambda with the handler that answers them anywhere else.
 *
 * <pre>{@code
 * public final class Echo extends LambdaWebhook {
 *     public Echo() {
 *         super(signed.handler(request -> …));
 *     }
 * }
 * }</pre>
 *
 * <p>It may stand behind a REST API, an HTTP API, a function URL, a load balancer, or a REST API that maps the request itself
 * to {@code {"params":…,"headers":…}}: it tells by the event. The request's URL is the one that the sender signed, stage and
 * custom domain included; the path that a {@link dev.parlance.webhook.Router} sees is that of the route, without the stage.
 *
 * <p>Where snapshots are taken of the function (SnapStart), the code that every webhook needs has been run before.
 */
public class LambdaWebhook implements RequestStreamHandler {
    private final WebhookHandler handler;

    @SuppressWarnings({"FieldCanBeLocal", "UnusedVariable"}) // the runtime has a weak reference to it
    private final Object primed;

    /** Answers with this handler. */
    public LambdaWebhook(WebhookHandler handler) {
        this.handler = handler;
        this.primed = isSnapStart() ? Priming.beforeCheckpoint() : "";
    }

    private static boolean isSnapStart() {
        return "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        LambdaEvent event = LambdaEvent.read(input);
        EventShape shape = EventShape.of(event);
        shape.write(event, answer(shape, event), output);
    }

    private WebhookResponse answer(EventShape shape, LambdaEvent event) {
        WebhookRequest request;
        try {
            request = shape.request(event);
        } catch (IllegalArgumentException e) {
            return WebhookResponse.text("The request is ill-formed: " + e.getMessage())
                    .withStatus(400);
        }
        WebhookResponse response = handler.respond(request);
        try {
            return whole(response);
        } catch (Throwable e) { // an Error too: without an answer, API Gateway makes up one of its own
            System.getLogger(LambdaWebhook.class.getName())
                    .log(Level.ERROR, () -> "The answer to " + request + " broke off, so it gets a 500", e);
            return WebhookResponse.text("The webhook failed.").withStatus(500);
        }
    }

    /** Lambda takes no streams: what is written as it goes out is written here, before anything is out. */
    private static WebhookResponse whole(WebhookResponse response) {
        if (response.length() >= 0) {
            return response;
        }
        WebhookResponse whole =
                WebhookResponse.bytes(response.contentType(), response.body()).withStatus(response.status());
        for (Map.Entry<String, List<String>> header : response.headers().asMap().entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                for (String value : header.getValue()) {
                    whole = whole.withHeader(header.getKey(), value);
                }
            }
        }
        return whole;
    }
}
