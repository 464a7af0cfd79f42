package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The event pattern of an EventBridge rule: the allowed values of each field, nested as in the event. */
final class EventPattern {
    private EventPattern() {}

    static boolean matches(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> expected : pattern.properties()) {
            JsonNode actual = event.path(expected.getKey());
            if (expected.getValue().isObject()) {
                if (!matches(expected.getValue(), actual)) {
                    return false;
                }
            } else if (StreamSupport.stream(expected.getValue().spliterator(), false)
                    .noneMatch(actual::equals)) {
                return false;
            }
        }
        return true;
    }
}
