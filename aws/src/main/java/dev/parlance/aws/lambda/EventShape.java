package dev.parlance.aws.lambda;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The event format of a service in front of the function: how it represents requests, and how it expects responses. */
interface EventShape {
    /** More specific formats come first. */
    List<EventShape> ALL = List.of(new HttpApiShape(), new LoadBalancerShape(), new RestApiShape(), new MappedShape());

    /** Whether an event has this format. */
    boolean fits(LambdaEvent event);

    /**
     * Returns the request, with the URL that the sender used.
     *
     * @throws IllegalArgumentException if the event does not contain a valid request
     */
    WebhookRequest request(LambdaEvent event);

    /** Writes the response to an event's request. */
    void write(LambdaEvent event, WebhookResponse response, OutputStream output) throws IOException;

    static EventShape of(LambdaEvent event) {
        for (EventShape shape : ALL) {
            if (shape.fits(event)) {
                return shape;
            }
        }
        throw new IllegalArgumentException("This event is not a supported web request. It must come from a REST API"
                + " (AWS_PROXY, or mapped to params and headers), an HTTP API, a function URL or a load balancer");
    }
}
