package dev.parlance.aws.dynamodb;

import dev.parlance.aws.Clients;
import dev.parlance.survey.contract.SessionStoreContract;
import dev.parlance.survey.store.SessionStore;
import dev.parlance.testkit.aws.LocalDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbSessionsTest extends SessionStoreContract {
    private static final String TABLE = "surveys";

    private static LocalDynamoDb dynamoDb;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        dynamoDb = LocalDynamoDb.start();
        client = Clients.dynamoDb(dynamoDb.url());
        SessionsTable.create(client, TABLE);
    }

    @AfterAll
    static void stop() {
        client.close();
        dynamoDb.close();
    }

    @Override
    protected SessionStore open() {
        return DynamoDbSessions.in(client, TABLE);
    }
}
