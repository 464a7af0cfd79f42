package dev.parlance.security;

/** Why a request was refused. For logs and metrics: the sender sees only the status. */
public enum Refusal {
    /** The signature, or a header that belongs to it, is missing. */
    MISSING_SIGNATURE(403),
    /** The signature does not match this request, URL and secret. */
    WRONG_SIGNATURE(403),
    /** The request names an unknown account or key, none, or several. */
    UNKNOWN_SIGNER(403),
    /** The URL is signed, but its hash does not match the body. */
    WRONG_BODY_HASH(403),
    /** The form, a header or a timestamp is malformed. */
    MALFORMED(403),
    /** The timestamp is too far in the past or the future. */
    STALE(403),
    /** The request is a repeat, and repeats are refused. */
    REPEATED(403),
    /** The required credentials are missing or wrong. */
    WRONG_CREDENTIALS(401),
    /** The HTTP method is not allowed. */
    METHOD_NOT_ALLOWED(405),
    /** The body is larger than the limit. */
    TOO_LARGE(413),
    /** The content type is not allowed. */
    CONTENT_TYPE_NOT_ALLOWED(415),
    /** The secrets could not be loaded. The request itself may be valid, so the sender can retry. */
    SECRETS_UNAVAILABLE(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status sent to the sender. */
    public int status() {
        return status;
    }
}
