package dev.parlance.webhook;

/** A request that no handler gets to see: it is not HTTP as this server reads it, or too large. */
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
        return new RefusedRequest(400, "The request is ill-formed: " + why);
    }

    WebhookResponse response() {
        return WebhookResponse.text(why).withStatus(status).withHeader("Connection", "close");
    }
}
