package dev.parlance.testkit.world;

import dev.parlance.testkit.log.ApiRequest;
import dev.parlance.webhook.Parameters;

/** A request to the API in the log. */
public record LoggedRequest(String method, String host, String path, Parameters parameters, int status, String error)
        implements ApiRequest {
    @Override
    public String toString() {
        return method + " " + path + " -> " + status + (error.isEmpty() ? "" : ", " + error);
    }
}
