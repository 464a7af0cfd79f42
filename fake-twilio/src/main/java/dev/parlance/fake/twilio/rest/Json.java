package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.webhook.WebhookResponse;

/** JSON responses of the API. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    static WebhookResponse answer(int status, JsonNode body) {
        return WebhookResponse.json(body.toString()).withStatus(status);
    }

    static String errorIn(String body) {
        try {
            JsonNode error = read(body);
            return error.path("code").asText(error.path("status").asText()) + ": "
                    + error.path("message").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fake wrote invalid JSON", e);
        }
    }

    static WebhookResponse error(ApiError error) {
        ObjectNode body = object();
        body.put("code", error.code());
        body.put("message", error.getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + error.code());
        body.put("status", error.status());
        return answer(error.status(), body);
    }
}
