package dev.parlance.webhook;

/** Refuses a request with an HTTP status, and a message that the sender receives. */
public final class WebhookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String message;

    /**
     * Refuses a request.
     *
     * @param status a status from 400 to 599
     * @param message what is wrong and what to do. The sender receives it: no secrets, no personal data
     */
    public WebhookException(int status, String message) {
        super(message);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("The status of a refusal must be from 400 to 599, not " + status);
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

    /** What is wrong and what to do. */
    @Override
    public String getMessage() {
        return message;
    }
}
