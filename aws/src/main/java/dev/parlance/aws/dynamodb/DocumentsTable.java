package dev.parlance.aws.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The table that {@link DynamoDbDocuments} needs. Key: {@code shelf}, {@code id}. Indexes, with keys only: {@code due} on {@code
 * shelf} and {@code wakeAt}, {@code owner} on {@code owner}. Time to live: {@code expiresAt}. Use this class for tests and trials;
 * in production, create the table with a template, as in examples/survey-lambda.
 */
public final class DocumentsTable {
    static final String DUE = "due";
    static final String BY_OWNER = "owner";

    private DocumentsTable() {}

    /** Creates the table and waits until it is ready. */
    public static void create(DynamoDbClient client, String name) {
        client.createTable(request(name));
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        client.updateTimeToLive(update -> update.tableName(name)
                .timeToLiveSpecification(time -> time.enabled(true).attributeName(Item.EXPIRES_AT)));
    }

    private static CreateTableRequest request(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute(Item.SHELF, ScalarAttributeType.S),
                        attribute(Item.ID, ScalarAttributeType.S),
                        attribute(Item.OWNER, ScalarAttributeType.S),
                        attribute(Item.WAKE_AT, ScalarAttributeType.N))
                .keySchema(key(Item.SHELF, KeyType.HASH), key(Item.ID, KeyType.RANGE))
                .globalSecondaryIndexes(
                        index(DUE, key(Item.SHELF, KeyType.HASH), key(Item.WAKE_AT, KeyType.RANGE)),
                        index(BY_OWNER, key(Item.OWNER, KeyType.HASH)))
                .build();
    }

    private static GlobalSecondaryIndex index(String name, KeySchemaElement... keys) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys)
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
