package dev.parlance.webhook;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Answers webhooks. The same handler works behind a {@link WebhookServer}, in a servlet container, on Lambda, and in a test
 * without any server.
 *
 * <pre>{@code
 * WebhookHandler echo = request ->
 *         WebhookResponse.of(MessageTwiml.reply("echo: " + IncomingMessage.of(request).body()));
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Answers a request.
     *
     * @throws WebhookException to refuse the request with a status of your choice
     */
    WebhookResponse handle(WebhookRequest request);

    /**
     * Refuses a request based on its method, URL and headers. A server calls this before it reads the body, so that a sender it
     * refuses anyway can't keep it waiting. A handler that wraps another must delegate this method. Default: refuses nothing.
     *
     * @param head the request without its body
     * @return the refusal; empty if the whole request must be handled
     */
    default Optional<WebhookResponse> refusal(WebhookRequest head) {
        return Optional.empty();
    }

    /**
     * Calls {@link #handle} and converts failures into responses. Adapters call this method. A refusal keeps its status and its
     * message. Any other failure is logged and becomes a 500, so that the sender tries again but learns nothing.
     *
     * <p>That includes every {@link Error}. A stack overflow ends with its request. After an {@code OutOfMemoryError}, other
     * requests often still work; to end the process instead, start Java with {@code -XX:+ExitOnOutOfMemoryError}.
     */
    default WebhookResponse respond(WebhookRequest request) {
        try {
            return handle(request);
        } catch (WebhookException e) {
            return WebhookResponse.text(e.getMessage()).withStatus(e.status());
        } catch (Throwable e) {
            System.getLogger(WebhookHandler.class.getName())
                    .log(Level.ERROR, () -> request + " failed; the response is a 500", e);
            return WebhookResponse.text("The webhook failed.").withStatus(500);
        }
    }
}
