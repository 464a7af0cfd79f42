package dev.parlance.testkit.log;

import dev.parlance.webhook.Parameters;

/**
 * A request that a client sent to the API.
 *
 * @param method the HTTP method
 * @param host the first label of Twilio's host: {@code api}, {@code serverless} …
 * @param path the path, without its query
 * @param parameters those of the query and then those of the form
 * @param status how it was answered
 * @param error Twilio's code and sentence, if it was refused; else the empty text
 */
public record ApiRequest(String method, String host, String path, Parameters parameters, int status, String error) {
    /** Method, path, status and error; the parameters may be what a person wrote. */
    @Override
    public String toString() {
        return method + " " + path + " -> " + status + (error.isEmpty() ? "" : ", " + error);
    }
}
