package dev.parlance.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.testkit.world.ApiError;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.function.Consumer;

/** What the page wants to be done. */
final class Wish {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode fields;

    private Wish(JsonNode fields) {
        this.fields = fields;
    }

    static Wish of(WebhookRequest request) {
        try {
            return new Wish(JSON.readTree(request.bodyText()));
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The body is not JSON.");
        }
    }

    /** Does it; what cannot be done is told in a sentence for the person before the page. */
    WebhookResponse fulfilledBy(Consumer<Wish> deed) {
        try {
            deed.accept(this);
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

    boolean flag(String field) {
        return fields.path(field).asBoolean();
    }

    /** A list, whose things are looked at one by one. */
    JsonNode list(String field) {
        return fields.path(field);
    }
}
