package dev.parlance.twiml;

/** How Twilio is to request a URL; where none is said, it posts. */
public enum HttpMethod {
    /** The parameters come in the query. */
    GET,
    /** The parameters come in the body. */
    POST
}
