package dev.parlance.testkit.log;

import dev.parlance.webhook.Parameters;

/**
 * A request to the API.
 *
 * @param method the HTTP method
 * @param host the first label of Twilio's host: {@code api}, {@code serverless} …
 * @param path the path, without the query
 * @param parameters the query parameters, then the form parameters
 * @param status the HTTP status of the response
 * @param error Twilio's error code and message; empty if the request succeeded
 */
public record ApiRequest(String method, String host, String path, Parameters parameters, int status, String error) {
    /** Method, path, status and error. Leaves out the parameters, which may contain personal messages. */
    @Override
    public String toString() {
        return method + " " + path + " -> " + status + (error.isEmpty() ? "" : ", " + error);
    }
}
