package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The pattern of a rule: for each name the values that it may have, as deep as it goes. */
final class EventPattern {
    private EventPattern() {}

    static boolean fits(JsonNode pattern, JsonNode event) {
        for (Map.Entry<String, JsonNode> wanted : pattern.properties()) {
            JsonNode found = event.path(wanted.getKey());
            if (wanted.getValue().isObject()) {
                if (!fits(wanted.getValue(), found)) {
                    return false;
                }
            } else if (StreamSupport.stream(wanted.getValue().spliterator(), false)
                    .noneMatch(found::equals)) {
                return false;
            }
        }
        return true;
    }
}
