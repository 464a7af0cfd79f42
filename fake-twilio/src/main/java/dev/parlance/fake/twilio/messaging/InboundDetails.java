package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person's message says besides its body and attachments.
 *
 * @param type the type in WhatsApp's webhooks, such as {@code interactive}; empty for text and media
 * @param parameters the webhook's additional parameters in order
 */
public record InboundDetails(String type, Map<String, String> parameters) {
    /** A plain message. */
    public static final InboundDetails NONE = new InboundDetails("", Map.of());

    static final String TYPE = "_message_type";
    static final String PARAMETERS = "_parameters";

    public InboundDetails {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** Details with these parameters, as names and values. */
    public static InboundDetails of(String type, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new InboundDetails(type, parameters);
    }

    void keepIn(Resource message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        parameters.forEach(json::put);
        message.set(TYPE, type).set(PARAMETERS, json);
    }
}
