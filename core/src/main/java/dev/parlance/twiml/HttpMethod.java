package dev.parlance.twiml;

/** How Twilio requests a URL. Default: POST. */
public enum HttpMethod {
    /** Sends the parameters in the query. */
    GET,
    /** Sends the parameters in the body. */
    POST
}
