package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The SQS queues of a template. After the delay of its queue, each message goes to the queue's functions, in an event with one
 * record.
 */
final class LocalQueues {
    private final SamTemplate template;
    private final DelayedTasks tasks;
    private final BiConsumer<String, String> invoke;

    /** @param invoke sends an event to a function; its arguments are the function's name and the event */
    LocalQueues(SamTemplate template, DelayedTasks tasks, BiConsumer<String, String> invoke) {
        this.template = template;
        this.tasks = tasks;
        this.invoke = invoke;
    }

    void put(String arn, String body) {
        for (SamFunction function : template.functions()) {
            for (JsonNode source : function.events("SQS")) {
                if (source.path("Queue").asText().equals(arn)) {
                    tasks.runAfter(delay(arn), () -> invoke.accept(function.name(), event(arn, body)));
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
