package dev.parlance.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.aws.FaultyHttp;
import dev.parlance.aws.FaultyHttp.Fault;
import dev.parlance.survey.contract.DocumentStoreContract;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbDocumentsTest extends DocumentStoreContract {
    private static final String TABLE = "surveys";

    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        client = Clients.dynamoDb(Engines.dynamoDb());
        DocumentsTable.create(client, TABLE);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected DocumentStore open() {
        return DynamoDbDocuments.in(client, TABLE);
    }

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final String shelf = "session:" + UUID.randomUUID();

    private Map<String, AttributeValue> item(String id) {
        return client.query(query -> query.tableName(TABLE)
                        .keyConditionExpression("shelf = :shelf AND id = :id")
                        .expressionAttributeValues(Map.of(
                                ":shelf", Item.key(new Key(shelf, id)).get("shelf"), ":id", AttributeValue.fromS(id))))
                .items()
                .get(0);
    }

    @Test
    void a_persons_data_expires_when_it_has_not_changed_for_a_while() {
        DocumentStore keeping = DynamoDbDocuments.in(client, TABLE)
                .withExpiry(Duration.ofDays(10))
                .withClock(Clock.fixed(NOON, ZoneOffset.UTC));
        Instant reminder = NOON.plus(Duration.ofDays(3));

        keeping.save(Document.create(new Key(shelf, "ana"), "owner", Optional.empty(), "{}"));
        keeping.save(Document.create(new Key(shelf, "ben"), "owner", Optional.of(reminder), "{}"));
        keeping.save(Document.create(new Key(shelf, "nobody"), "", Optional.empty(), "{}"));

        assertThat(item("ana").get("expiresAt").n())
                .isEqualTo(Long.toString(NOON.plus(Duration.ofDays(10)).getEpochSecond()));
        assertThat(item("ben").get("expiresAt").n())
                .isEqualTo(Long.toString(reminder.plus(Duration.ofDays(10)).getEpochSecond()));
        assertThat(item("nobody")).doesNotContainKey("expiresAt");
    }

    @Test
    void a_save_is_recognized_when_its_response_was_lost() {
        FaultyHttp http = new FaultyHttp(number -> number == 0 ? Fault.RESPONSE_LOST : Fault.NONE);
        try (DynamoDbClient faulty = Clients.local(DynamoDbClient.builder(), Engines.dynamoDb())
                .httpClient(http)
                .build()) {
            Document ana = Document.create(new Key(shelf, "ana"), "owner", Optional.empty(), "{}");

            assertThat(DynamoDbDocuments.in(faulty, TABLE).save(ana)).isTrue();

            assertThat(http.requests()).isEqualTo(2);
            assertThat(DynamoDbDocuments.in(client, TABLE).load(ana.key())).contains(ana.saved());
        }
    }

    @Test
    void persistent_throttling_is_reported_with_the_table() {
        FaultyHttp http = new FaultyHttp(number -> Fault.THROTTLED);
        try (DynamoDbClient faulty = Clients.local(DynamoDbClient.builder(), Engines.dynamoDb())
                .httpClient(http)
                .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(2)))
                .build()) {
            assertThatThrownBy(() -> DynamoDbDocuments.in(faulty, TABLE).load(new Key(shelf, "ana")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("table surveys");
        }
    }

    @Test
    void more_due_documents_than_fit_in_one_request_are_found() {
        DocumentStore store = DynamoDbDocuments.in(client, TABLE);
        for (int i = 0; i < 130; i++) {
            store.save(Document.create(new Key(shelf, "p" + i), "", Optional.of(NOON.plusSeconds(i)), "{}"));
        }

        assertThat(store.due(shelf, NOON.plusSeconds(500), 1_000))
                .hasSize(130)
                .isSortedAccordingTo(
                        Comparator.comparing(document -> document.wakeAt().orElseThrow()));
    }
}
