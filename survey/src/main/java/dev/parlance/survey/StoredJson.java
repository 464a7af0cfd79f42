package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.StoreException;
import java.time.Instant;
import java.util.Optional;

/** The JSON objects of campaigns in the store. Fields that this version does not know are kept. */
final class StoredJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredJson() {}

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    static ObjectNode read(Document document) {
        try {
            if (JSON.readTree(document.json()) instanceof ObjectNode object) {
                return object;
            }
            throw new StoreException("A document of a campaign is not a JSON object", new IllegalStateException());
        } catch (JsonProcessingException e) {
            throw new StoreException("A document of a campaign is not valid JSON", e);
        }
    }

    static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }

    static Optional<Instant> time(JsonNode json, String field) {
        return text(json, field).map(Instant::parse);
    }
}
