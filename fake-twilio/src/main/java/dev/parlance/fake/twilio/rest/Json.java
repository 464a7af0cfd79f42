package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.webhook.WebhookRequest;
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

    /** Reads JSON that the fake wrote. */
    static JsonNode parse(String json) {
        try {
            return read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fake wrote invalid JSON", e);
        }
    }

    /** The object in a request's body; empty without a body. */
    static JsonNode body(WebhookRequest request) {
        if (request.bodyLength() == 0) {
            return object();
        }
        try {
            JsonNode body = read(request.bodyText());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, "The body is not valid JSON: " + e.getOriginalMessage());
        }
        throw ApiError.badRequest(20001, "The body must be a JSON object");
    }

    static JsonNode of(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static JsonNode of(long value) {
        return LongNode.valueOf(value);
    }

    static JsonNode of(double value) {
        return DoubleNode.valueOf(value);
    }

    static WebhookResponse answer(int status, JsonNode body) {
        return WebhookResponse.json(body.toString()).withStatus(status);
    }

    static String errorIn(String body) {
        JsonNode error = parse(body);
        return error.path("code").asText(error.path("status").asText()) + ": "
                + error.path("message").asText();
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
