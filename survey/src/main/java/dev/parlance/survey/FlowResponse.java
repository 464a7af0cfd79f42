package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.question.Input;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person has entered in a WhatsApp Flow. */
final class FlowResponse {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What WhatsApp adds to the fields. */
    private static final String TOKEN = "flow_token";

    private FlowResponse() {}

    /** The form, if the message is one. */
    static Optional<Input> in(Parameters message) {
        return message.nonEmpty("InteractiveData")
                .map(data -> read(data).path("flowResponse"))
                .filter(JsonNode::isObject)
                .map(FlowResponse::form);
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The parameter \"InteractiveData\" is not valid JSON.");
        }
    }

    private static Input form(JsonNode response) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        response.properties().forEach(field -> {
            if (!field.getKey().equals(TOKEN)) {
                fields.put(field.getKey(), values(field.getValue()));
            }
        });
        return Input.form(fields);
    }

    private static List<String> values(JsonNode value) {
        if (value.isArray()) {
            List<String> values = new ArrayList<>();
            value.forEach(item -> values.addAll(values(item)));
            return values;
        }
        if (value.isBoolean()) {
            return List.of(value.asBoolean() ? "yes" : "no");
        }
        return value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    }
}
