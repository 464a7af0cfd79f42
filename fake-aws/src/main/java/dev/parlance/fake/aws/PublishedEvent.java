package dev.parlance.fake.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/**
 * An event that an application published to EventBridge.
 *
 * @param bus the name of the event bus
 * @param source the publishing application
 * @param detailType the type of the event
 * @param detail the event as JSON
 */
public record PublishedEvent(String bus, String source, String detailType, String detail) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The JSON that EventBridge passes to a function that a rule targets. */
    public String toInvocation(String id, Instant time) {
        try {
            ObjectNode json = JSON.createObjectNode()
                    .put("version", "0")
                    .put("id", id)
                    .put("detail-type", detailType)
                    .put("source", source)
                    .put("account", "000000000000")
                    .put("time", time.toString())
                    .put("region", "us-east-1");
            json.putArray("resources");
            json.set("detail", JSON.readTree(detail));
            return json.toString();
        } catch (IOException e) {
            throw new IllegalStateException("The detail is not JSON, but the bus accepts only JSON", e);
        }
    }

    /** Source and type only: the detail may contain personal data. */
    @Override
    public String toString() {
        return "PublishedEvent[" + source + ", " + detailType + "]";
    }
}
