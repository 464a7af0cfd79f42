package dev.parlance.aws.lambda;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How whatever stands before the function writes a request down as an event, and wants to have the answer. */
interface EventShape {
    /** The narrower first. */
    List<EventShape> ALL = List.of(new HttpApiShape(), new LoadBalancerShape(), new RestApiShape(), new MappedShape());

    /** Whether an event is written like this. */
    boolean fits(LambdaEvent event);

    /**
     * The request, at the URL that its sender asked for.
     *
     * @throws IllegalArgumentException if it can be none
     */
    WebhookRequest request(LambdaEvent event);

    /** Writes the answer to the request of an event. */
    void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException;

    static EventShape of(LambdaEvent event) {
        for (EventShape shape : ALL) {
            if (shape.fits(event)) {
                return shape;
            }
        }
        throw new IllegalArgumentException(
                "This event is no web request that is known here: it has to come from a REST API"
                        + " (AWS_PROXY, or mapped to params and headers), an HTTP API, a function URL or a load balancer");
    }
}
