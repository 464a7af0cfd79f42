package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.webhook.Parameters;

/** A request to the API in the log. */
public record LoggedRequest(String method, String host, String path, Parameters parameters, int status, String error)
        implements ApiRequest {
    @Override
    public String toString() {
        return method + " " + path + " -> " + status + (error.isEmpty() ? "" : ", " + error);
    }
}
