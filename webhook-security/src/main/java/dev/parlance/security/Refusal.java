package dev.parlance.security;

/** Why a request was refused. For logs and counters: the sender learns the status alone. */
public enum Refusal {
    /** There is no signature, or not the parts that belong to it. */
    MISSING_SIGNATURE(403),
    /** The signature is not that of this request, URL and secret. */
    WRONG_SIGNATURE(403),
    /** The account or key that the request names is not known, or it names none or several. */
    UNKNOWN_SIGNER(403),
    /** The URL is signed, but the body is not the one that it has the hash of. */
    WRONG_BODY_HASH(403),
    /** The form, a header or a timestamp cannot be read. */
    MALFORMED(403),
    /** The timestamp is too far in the past or the future. */
    STALE(403),
    /** It came before, and repeats are refused. */
    REPEATED(403),
    /** The sender did not show the credentials that are asked for. */
    WRONG_CREDENTIALS(401),
    /** The HTTP method is not one of those allowed. */
    METHOD_NOT_ALLOWED(405),
    /** The body is larger than the limit. */
    TOO_LARGE(413),
    /** The content type is not one of those allowed. */
    CONTENT_TYPE_NOT_ALLOWED(415),
    /** The secrets could not be loaded: no fault of the sender's, who may try again. */
    SECRETS_UNAVAILABLE(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status that the sender gets. */
    public int status() {
        return status;
    }
}
