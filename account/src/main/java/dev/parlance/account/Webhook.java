package dev.parlance.account;

import java.net.URI;

/**
 * A URL that Twilio calls when something happens, and how.
 *
 * @param url what is called
 * @param method by which HTTP method
 */
public record Webhook(URI url, Method method) {
    /** How Twilio calls a URL. */
    public enum Method {
        /** With the parameters in the query. */
        GET,
        /** With the parameters in the body. */
        POST
    }

    /** A URL that is called by POST. */
    public static Webhook post(URI url) {
        return new Webhook(url, Method.POST);
    }

    /** A URL that is called by GET. */
    public static Webhook get(URI url) {
        return new Webhook(url, Method.GET);
    }
}
