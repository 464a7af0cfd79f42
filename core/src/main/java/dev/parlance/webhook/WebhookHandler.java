package dev.parlance.webhook;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Answers a webhook. The same handler serves behind a {@link WebhookServer}, a servlet container or Lambda, and in a test is
 * called with no server at all.
 *
 * <pre>{@code
 * WebhookHandler echo = request ->
 *         WebhookResponse.of(MessageTwiml.reply("echo: " + IncomingMessage.of(request).body()));
 * }</pre>
 *
 * <p>A handler is called by several threads at once.
 */
@FunctionalInterface
public interface WebhookHandler {
    /**
     * Answers a request.
     *
     * @throws WebhookException to refuse it with a status of its own
     */
    WebhookResponse handle(WebhookRequest request);

    /**
     * Refuses a request by its method, URL and headers alone. A server asks this before it reads a body, so that a sender who
     * will be refused anyway can't keep it waiting. A handler that wraps another must pass this on. Default: nothing is refused.
     *
     * @param head the request, as yet without its body
     * @return the refusal; empty if the whole request has to be handled
     */
    default Optional<WebhookResponse> refusal(WebhookRequest head) {
        return Optional.empty();
    }

    /**
     * What an adapter calls: {@link #handle}, with failures made into responses. A refusal keeps its status and its
     * sentence; anything else is logged and answered 500, so that the sender tries again and learns nothing.
     *
     * <p>That includes every {@link Error}. A stack that overflows ends with its request. After an {@code OutOfMemoryError}
     * other requests often still work; if the process should end instead, start Java with {@code -XX:+ExitOnOutOfMemoryError}.
     */
    default WebhookResponse respond(WebhookRequest request) {
        try {
            return handle(request);
        } catch (WebhookException e) {
            return WebhookResponse.text(e.getMessage()).withStatus(e.status());
        } catch (Throwable e) {
            System.getLogger(WebhookHandler.class.getName())
                    .log(Level.ERROR, () -> "No answer to " + request + ", so it gets a 500", e);
            return WebhookResponse.text("The webhook failed.").withStatus(500);
        }
    }
}
