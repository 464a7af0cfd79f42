package dev.parlance.tools.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalQueuesTest {
    private static final String TEMPLATE = """
            Resources:
              Texts:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: com.example.Texts
                  Events:
                    Message:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Waiting.Arn
              Waiting:
                Type: AWS::SQS::Queue
                Properties:
                  DelaySeconds: 900
              Others:
                Type: AWS::SQS::Queue
            """;

    @Test
    void a_message_waits_for_the_delay_of_its_queue_or_for_settle(@TempDir Path folder) throws IOException {
        SamTemplate template = SamTemplate.read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
        List<String> invoked = new CopyOnWriteArrayList<>();
        try (DelayedTasks tasks = new DelayedTasks()) {
            LocalQueues queues = new LocalQueues(template, tasks, (function, event) -> invoked.add(function + event));

            queues.put("arn:aws:sqs:us-east-1:000000000000:Waiting", "{\"detail\":1}");
            queues.put("arn:aws:sqs:us-east-1:000000000000:Others", "{\"detail\":2}");

            assertThat(invoked).isEmpty();
            tasks.settle();
            tasks.settle();
            assertThat(invoked)
                    .singleElement()
                    .asString()
                    .startsWith("Texts{\"Records\":[{\"messageId\"")
                    .contains("\"body\":\"{\\\"detail\\\":1}\"", "\"eventSource\":\"aws:sqs\"");
        }
    }
}
