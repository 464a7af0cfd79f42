package dev.parlance.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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
        WebhookResponse response;
        try {
            response = handler.respond(shape.request(event));
        } catch (IllegalArgumentException e) {
            response = WebhookResponse.text("The request is ill-formed: " + e.getMessage())
                    .withStatus(400);
        }
        shape.write(event, response, output);
    }
}
