package dev.parlance.examples.smslab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import java.util.Optional;

/** Reads and writes JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Json() {}

    static WebhookResponse of(Object value) {
        try {
            return WebhookResponse.json(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static WebhookResponse error(int status, String message) {
        return of(Map.of("error", message)).withStatus(status);
    }

    static JsonNode read(WebhookRequest request) {
        String body = request.bodyText();
        try {
            return body.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    static Optional<String> find(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter(text -> !text.isBlank());
    }

    static String require(JsonNode json, String field) {
        return find(json, field).orElseThrow(() -> new WebhookException(400, "The body has no \"" + field + '"'));
    }

    /** A SID of this kind. Checked strictly, because it becomes part of a path. */
    static String sid(JsonNode json, String field, String kind) {
        return checkedSid(require(json, field), field, kind);
    }

    static String checkedSid(String sid, String field, String kind) {
        if (!sid.matches(kind + "[0-9a-f]{32}")) {
            throw new WebhookException(400, '"' + field + "\" must be " + kind + " and 32 hexadecimal digits");
        }
        return sid;
    }
}
