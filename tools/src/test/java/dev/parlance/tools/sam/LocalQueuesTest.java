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
    void a_message_waits_for_the_delay_of_its_queue_or_until_all_settles(@TempDir Path folder) throws IOException {
        SamTemplate template = SamTemplate.read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
        List<String> invoked = new CopyOnWriteArrayList<>();
        try (LaterWork later = new LaterWork()) {
            LocalQueues queues = new LocalQueues(template, later, (function, event) -> invoked.add(function + event));

            queues.put("arn:aws:sqs:us-east-1:000000000000:Waiting", "{\"detail\":1}");
            queues.put("arn:aws:sqs:us-east-1:000000000000:Others", "{\"detail\":2}");

            assertThat(invoked).isEmpty();
            later.settle();
            later.settle();
            assertThat(invoked)
                    .singleElement()
                    .asString()
                    .startsWith("Texts{\"Records\":[{\"messageId\"")
                    .contains("\"body\":\"{\\\"detail\\\":1}\"", "\"eventSource\":\"aws:sqs\"");
        }
    }
}
