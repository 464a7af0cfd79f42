package dev.parlance.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.function.Consumer;

/** A request of the page, with its JSON fields. */
final class PageRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode fields;

    private PageRequest(JsonNode fields) {
        this.fields = fields;
    }

    static PageRequest of(WebhookRequest request) {
        try {
            return new PageRequest(JSON.readTree(request.bodyText()));
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The body is not JSON.");
        }
    }

    /** A part of a request. */
    static PageRequest of(JsonNode fields) {
        return new PageRequest(fields);
    }

    /** Executes the request. Problems become a 409 with a message for the user. */
    WebhookResponse executeWith(Consumer<PageRequest> action) {
        try {
            action.accept(this);
            return WebhookResponse.noContent();
        } catch (IllegalArgumentException | IllegalStateException | ApiError e) {
            throw new WebhookException(409, String.valueOf(e.getMessage()));
        }
    }

    boolean has(String field) {
        return fields.hasNonNull(field);
    }

    String text(String field) {
        if (!fields.path(field).isTextual()) {
            throw new WebhookException(400, "The field \"" + field + "\" is missing.");
        }
        return fields.path(field).asText();
    }

    String text(String field, String otherwise) {
        return fields.path(field).asText(otherwise);
    }

    double number(String field, double otherwise) {
        return fields.path(field).asDouble(otherwise);
    }

    /** A whole number; -1 for anything else. */
    int index(String field) {
        return fields.path(field).isInt() ? fields.path(field).asInt() : -1;
    }

    boolean flag(String field) {
        return fields.path(field).asBoolean();
    }

    /** A list, to iterate over. */
    JsonNode list(String field) {
        return fields.path(field);
    }
}
