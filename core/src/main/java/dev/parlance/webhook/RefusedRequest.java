package dev.parlance.webhook;

/** A request that is refused before it reaches the handler, because it is malformed or too large. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    RefusedRequest(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    static RefusedRequest malformed(String reason) {
        return new RefusedRequest(400, "The request is malformed: " + reason);
    }

    WebhookResponse response() {
        return WebhookResponse.text(reason).withStatus(status).withHeader("Connection", "close");
    }
}
