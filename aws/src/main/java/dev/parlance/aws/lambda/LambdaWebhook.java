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
 * Runs a webhook handler on AWS Lambda.
 *
 * <pre>{@code
 * public final class Echo extends LambdaWebhook {
 *     public Echo() {
 *         super(request -> WebhookResponse.of(MessageTwiml.reply(IncomingMessage.of(request).body())));
 *     }
 * }
 * }</pre>
 *
 * <p>The function can be behind a REST API, an HTTP API, a function URL, a load balancer, or a REST API with its own mapping to
 * {@code {"params":…,"headers":…}}; it recognizes the format of each event. The request's URL is the one that the sender signed,
 * including stage and custom domain. A {@link dev.parlance.webhook.Router} sees the path of the route, without the stage.
 *
 * <p>With SnapStart, the code that every webhook needs is run before the snapshot is taken.
 */
public class LambdaWebhook implements RequestStreamHandler {
    private final WebhookHandler handler;

    @SuppressWarnings({"FieldCanBeLocal", "UnusedVariable"}) // the runtime holds only a weak reference
    private final Object primed;

    /** Creates a function that runs this handler. */
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
            return WebhookResponse.text("The request is malformed: " + e.getMessage())
                    .withStatus(400);
        }
        WebhookResponse response = handler.respond(request);
        try {
            return whole(response);
        } catch (Throwable e) { // includes errors: without a response, API Gateway would send its own
            System.getLogger(LambdaWebhook.class.getName())
                    .log(
                            Level.ERROR,
                            () -> "Writing the response to " + request + " failed, so the sender gets a 500",
                            e);
            return WebhookResponse.text("The webhook failed.").withStatus(500);
        }
    }

    /** Reads a streamed response completely, because Lambda does not support streams. */
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
