package dev.parlance.webhook;

/** A request that is refused, with the HTTP status and the sentence that its sender is told. */
public final class WebhookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String message;

    /**
     * Refuses a request.
     *
     * @param status a status from 400 to 599
     * @param message what was wrong and what to do, sent to the caller: no secrets, nothing personal
     */
    public WebhookException(int status, String message) {
        super(message);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A refusal has a status from 400 to 599, not " + status);
        }
        this.status = status;
        this.message = message;
    }

    static WebhookException badRequest(String message) {
        return new WebhookException(400, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What was wrong and what to do. */
    @Override
    public String getMessage() {
        return message;
    }
}
