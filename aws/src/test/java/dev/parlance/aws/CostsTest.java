package dev.parlance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.aws.dynamodb.DocumentsTable;
import dev.parlance.aws.dynamodb.DynamoDbDocuments;
import dev.parlance.aws.s3.S3Documents;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Counts the AWS requests of a turn; docs/AWS.md computes the monthly costs from them. */
class CostsTest {
    private static final String NAME = "costs";

    @Test
    void requests_of_a_turn_in_dynamodb_with_and_without_events() {
        try (DynamoDbClient client = Clients.local(DynamoDbClient.builder(), Engines.dynamoDb(), NAME)
                .build()) {
            DocumentsTable.create(client, NAME);
            DocumentStore store = DynamoDbDocuments.in(client, NAME);

            assertThat(turn(Surveys.builder(Tea.survey(8)).store(store).build(), "+12025550101"))
                    .isEqualTo(Map.of("dynamodb:GetItem", 2, "dynamodb:PutItem", 1));
            assertThat(turn(
                            Surveys.builder(Tea.survey(8))
                                    .store(store)
                                    .onAnyEvent(event -> {})
                                    .listenerExecutor(Runnable::run)
                                    .build(),
                            "+12025550102"))
                    .isEqualTo(Map.of("dynamodb:GetItem", 4, "dynamodb:PutItem", 2));
            assertThat(sizeOf(store, "+12025550101")).isBetween(1_000, 3_000);
        }
    }

    @Test
    void requests_of_a_turn_in_s3_with_and_without_events() {
        try (S3Client client =
                Clients.local(S3Client.builder(), Engines.s3(), NAME).build()) {
            client.createBucket(create -> create.bucket(NAME));
            DocumentStore store = S3Documents.in(client, NAME);

            assertThat(turn(Surveys.builder(Tea.survey(8)).store(store).build(), "+12025550101"))
                    .isEqualTo(Map.of("s3:GetObject", 2, "s3:PutObject", 2, "s3:DeleteObject", 1));
            assertThat(turn(
                            Surveys.builder(Tea.survey(8))
                                    .store(store)
                                    .onAnyEvent(event -> {})
                                    .listenerExecutor(Runnable::run)
                                    .build(),
                            "+12025550102"))
                    .isEqualTo(Map.of("s3:GetObject", 4, "s3:PutObject", 4, "s3:DeleteObject", 2));
        }
    }

    /** Counts the requests of a turn in the middle of a survey. */
    private Map<String, Integer> turn(Surveys surveys, String person) {
        for (int text = 0; text < 4; text++) {
            Tea.text(surveys, person, "SM" + text, "4");
        }
        Map<String, Integer> before = Engines.calls(NAME);
        assertThat(Tea.text(surveys, person, "SM9", "4")).contains("Question 5");
        Map<String, Integer> turn = Engines.calls(NAME);
        before.forEach((action, times) -> turn.merge(action, -times, Integer::sum));
        turn.values().removeIf(times -> times == 0);
        return turn;
    }

    private static int sizeOf(DocumentStore store, String person) {
        return store.load(new Key("session:tea", person)).orElseThrow().json().length();
    }
}
