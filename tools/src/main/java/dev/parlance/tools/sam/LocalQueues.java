package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The queues of a template. A message goes to the functions that its queue feeds when the queue's delay is over, each message
 * in an event of its own.
 */
final class LocalQueues {
    private final SamTemplate template;
    private final LaterWork later;
    private final BiConsumer<String, String> invoke;

    /** @param invoke hands a function, by its name, an event */
    LocalQueues(SamTemplate template, LaterWork later, BiConsumer<String, String> invoke) {
        this.template = template;
        this.later = later;
        this.invoke = invoke;
    }

    void put(String arn, String body) {
        for (SamFunction function : template.functions()) {
            for (JsonNode source : function.events("SQS")) {
                if (source.path("Queue").asText().equals(arn)) {
                    later.after(delay(arn), () -> invoke.accept(function.name(), event(arn, body)));
                }
            }
        }
    }

    private Duration delay(String arn) {
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        JsonNode queue = template.resources("AWS::SQS::Queue").getOrDefault(name, MissingNode.getInstance());
        return Duration.ofSeconds(queue.path("DelaySeconds").asLong());
    }

    private static String event(String arn, String body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records")
                .addObject()
                .put("messageId", UUID.randomUUID().toString())
                .put("body", body)
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", arn)
                .put("awsRegion", "us-east-1");
        return event.toString();
    }
}
