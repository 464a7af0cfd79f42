package dev.parlance.fake.twilio.log;

import dev.parlance.webhook.Parameters;

/**
 * A request to the API, with the outcome.
 *
 * <pre>{@code
 * ApiRequest first = twilio.log().requests().get(0);
 * assertThat(first.parameters().first("To")).contains("+15005550006");
 * }</pre>
 */
public interface ApiRequest {
    /** The HTTP method. */
    String method();

    /** The first label of Twilio's host: {@code api}, {@code serverless} … */
    String host();

    /** The path, without the query. */
    String path();

    /** The query parameters, then the form parameters. */
    Parameters parameters();

    /** The HTTP status of the response. */
    int status();

    /** Twilio's error code and message; empty if the request succeeded. */
    String error();

    /** Method, path, status and error. Leaves out the parameters, which may contain personal messages. */
    @Override
    String toString();
}
