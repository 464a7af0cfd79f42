package dev.parlance.aws.dynamodb;

import static dev.parlance.aws.dynamodb.Item.ID;
import static dev.parlance.aws.dynamodb.Item.OWNER;
import static dev.parlance.aws.dynamodb.Item.SHELF;
import static dev.parlance.aws.dynamodb.Item.VERSION;
import static dev.parlance.aws.dynamodb.Item.WAKE_AT;
import static dev.parlance.aws.dynamodb.Item.number;
import static dev.parlance.aws.dynamodb.Item.text;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Stores survey sessions in a DynamoDB table, one item each, for any number of machines and functions.
 *
 * <pre>{@code
 * DocumentStore store = DynamoDbDocuments.in(DynamoDbClient.create(), "surveys").withExpiry(Duration.ofDays(400));
 * }</pre>
 *
 * <p>{@link DocumentsTable} describes the table. A turn reads two items and writes one; docs/AWS.md has the costs. An item can
 * have at most 400 kB.
 */
public final class DynamoDbDocuments implements DocumentStore {
    private static final String IS_NEW = "attribute_not_exists(" + SHELF + ")";
    private static final String IS_OF_VERSION = VERSION + " = :version";

    private static final int MOST_IN_A_BATCH = 100;

    private final DynamoDbClient client;
    private final String table;
    private final Optional<Duration> keep;
    private final Clock clock;

    private DynamoDbDocuments(DynamoDbClient client, String table, Optional<Duration> keep, Clock clock) {
        this.client = client;
        this.table = table;
        this.keep = keep;
        this.clock = clock;
    }

    /** Opens the store in a table. The client is not closed with the store. */
    public static DynamoDbDocuments in(DynamoDbClient client, String table) {
        return new DynamoDbDocuments(client, table, Optional.empty(), Clock.systemUTC());
    }

    /**
     * Returns a copy that lets DynamoDB delete a person's data once it has not changed for this time; DynamoDB may take some
     * days longer. Data that belongs to nobody stays: survey versions, places in quotas, opt-outs. Default: nothing is deleted.
     */
    public DynamoDbDocuments withExpiry(Duration time) {
        return new DynamoDbDocuments(client, table, Optional.of(time), clock);
    }

    /** Returns a copy with another clock. Default: the system clock. */
    public DynamoDbDocuments withClock(Clock newClock) {
        return new DynamoDbDocuments(client, table, keep, newClock);
    }

    @Override
    public Optional<Document> load(Key key) {
        return call(() -> {
            Map<String, AttributeValue> item = client.getItem(
                            get -> get.tableName(table).key(Item.key(key)).consistentRead(true))
                    .item();
            return item.isEmpty() ? Optional.empty() : Optional.of(Item.document(item));
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each save has a unique name, so that it is recognized if its response was lost and the client has retried.
     */
    @Override
    public boolean save(Document document) {
        String name = UUID.randomUUID().toString();
        Map<String, AttributeValue> item = Item.of(document, name, expiry(document));
        return call(() -> put(document, item, name));
    }

    private Optional<Instant> expiry(Document document) {
        if (document.owner().isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant last = document.wakeAt().filter(now::isBefore).orElse(now);
        return keep.map(last::plus);
    }

    private boolean put(Document document, Map<String, AttributeValue> item, String name) {
        boolean isNew = document.version() == 0;
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression(isNew ? IS_NEW : IS_OF_VERSION)
                    .expressionAttributeValues(isNew ? null : Map.of(":version", number(document.version())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && Item.isWrittenBy(name, e.item());
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The index may lag behind, so the items themselves decide what is due.
     */
    @Override
    public List<Document> due(String shelf, Instant now, int limit) {
        return call(() -> {
            List<Map<String, AttributeValue>> waiting = new ArrayList<>();
            for (String partition : Item.partitions(shelf)) {
                waiting.addAll(query(waitingUntil(partition, now), limit));
            }
            waiting.sort(Comparator.comparingLong(Item::wakeAt));
            List<Map<String, AttributeValue>> keys =
                    waiting.stream().limit(limit).map(Item::key).toList();
            return items(keys).stream()
                    .map(Item::document)
                    .filter(document ->
                            document.wakeAt().filter(time -> !time.isAfter(now)).isPresent())
                    .sorted(Comparator.comparing(document -> document.wakeAt().orElseThrow()))
                    .toList();
        });
    }

    /** Reads the items in batches of a hundred. Items that DynamoDB is too busy for turn up in the next query. */
    private List<Map<String, AttributeValue>> items(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_IN_A_BATCH) {
            KeysAndAttributes batch = KeysAndAttributes.builder()
                    .keys(keys.subList(from, Math.min(keys.size(), from + MOST_IN_A_BATCH)))
                    .consistentRead(true)
                    .build();
            var response = client.batchGetItem(get -> get.requestItems(Map.of(table, batch)));
            items.addAll(response.responses().getOrDefault(table, List.of()));
        }
        return items;
    }

    private QueryRequest.Builder waitingUntil(String partition, Instant now) {
        return QueryRequest.builder()
                .indexName(DocumentsTable.DUE)
                .keyConditionExpression(SHELF + " = :shelf AND " + WAKE_AT + " <= :now")
                .expressionAttributeValues(Map.of(":shelf", text(partition), ":now", number(now.toEpochMilli())));
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return call(() -> {
            List<Document> page = new ArrayList<>();
            String after = afterId;
            for (String partition : Item.partitionsFrom(shelf, afterId)) {
                query(inPartition(partition, after), limit - page.size())
                        .forEach(item -> page.add(Item.document(item)));
                if (page.size() == limit) {
                    return page;
                }
                after = "";
            }
            return page;
        });
    }

    private static QueryRequest.Builder inPartition(String partition, String after) {
        QueryRequest.Builder query = QueryRequest.builder().consistentRead(true);
        return after.isEmpty()
                ? query.keyConditionExpression(SHELF + " = :shelf")
                        .expressionAttributeValues(Map.of(":shelf", text(partition)))
                : query.keyConditionExpression(SHELF + " = :shelf AND " + ID + " > :after")
                        .expressionAttributeValues(Map.of(":shelf", text(partition), ":after", text(after)));
    }

    /** Reads the items of a query page by page, up to a limit. */
    private List<Map<String, AttributeValue>> query(QueryRequest.Builder query, int most) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> next = null;
        do {
            var response = client.query(query.tableName(table)
                    .limit(most - items.size())
                    .exclusiveStartKey(next)
                    .build());
            items.addAll(response.items());
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
        } while (next != null && items.size() < most);
        return items;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The documents are found by an index that may lag behind: a session that starts while its owner is forgotten may stay.
     */
    @Override
    public int forget(String owner) {
        return call(() -> {
            int deleted = 0;
            for (Map<String, AttributeValue> item : query(ownedBy(owner), Integer.MAX_VALUE)) {
                boolean wasThere = client.deleteItem(delete ->
                                delete.tableName(table).key(Item.key(item)).returnValues(ReturnValue.ALL_OLD))
                        .hasAttributes();
                deleted += wasThere ? 1 : 0;
            }
            return deleted;
        });
    }

    private static QueryRequest.Builder ownedBy(String owner) {
        return QueryRequest.builder()
                .indexName(DocumentsTable.BY_OWNER)
                .keyConditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", OWNER)) // reserved by DynamoDB
                .expressionAttributeValues(Map.of(":owner", text(owner)));
    }

    private <T extends @Nullable Object> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new StoreException("The DynamoDB request failed for table " + table + ": " + e.getMessage(), e);
        }
    }
}
