package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.Parameters;

/**
 * A request with its personal values masked.
 *
 * @param host the host, for example {@code api.twilio.com}
 * @param json the body if it is JSON, or a missing node
 */
record RecordedRequest(String method, String host, String path, Parameters query, Parameters form, JsonNode json) {
    @Override
    public String toString() {
        return method + " " + host + path;
    }
}
