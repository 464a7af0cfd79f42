package dev.parlance.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Many items of a table at once, a hundred in each request; what DynamoDB leaves undone is asked for again. */
final class ItemBatch {
    private static final int MOST = 100;
    private static final int TRIES = 5;

    private final DynamoDbClient client;
    private final String table;

    ItemBatch(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The items that are there, in no order. */
    List<Map<String, AttributeValue>> get(List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST) {
            getSome(keys.subList(from, Math.min(keys.size(), from + MOST)), items);
        }
        return items;
    }

    /** What is still undone after some tries is left to the next sweep. */
    private void getSome(List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> items) {
        Map<String, KeysAndAttributes> open = Map.of(
                table,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int tries = 0; !open.isEmpty() && tries < TRIES; tries++) {
            Map<String, KeysAndAttributes> asked = open;
            var answer = client.batchGetItem(get -> get.requestItems(asked));
            items.addAll(answer.responses().getOrDefault(table, List.of()));
            open = answer.unprocessedKeys();
        }
    }
}
