package dev.parlance.webhook;

/** A request that is refused before it reaches the handler, because it is malformed or too large. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String why;

    RefusedRequest(int status, String why) {
        super(why);
        this.status = status;
        this.why = why;
    }

    static RefusedRequest illFormed(String why) {
        return new RefusedRequest(400, "The request is malformed: " + why);
    }

    WebhookResponse response() {
        return WebhookResponse.text(why).withStatus(status).withHeader("Connection", "close");
    }
}
