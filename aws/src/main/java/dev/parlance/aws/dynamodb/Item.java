package dev.parlance.aws.dynamodb;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts documents to items. A shelf is spread over partitions, because a partition accepts only a thousand writes per second;
 * the document's id determines its partition.
 */
final class Item {
    static final String SHELF = "shelf";
    static final String ID = "id";
    static final String VERSION = "version";
    static final String WAKE_AT = "wakeAt";
    static final String EXPIRES_AT = "expiresAt";
    static final String OWNER = "owner";

    private static final String JSON = "json";
    private static final String WRITTEN_BY = "writtenBy";
    private static final int PARTITIONS = 16;

    private Item() {}

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static List<String> partitions(String shelf) {
        return partitions(shelf, 0);
    }

    /** The partition of this id and all later ones; all partitions for an empty id. */
    static List<String> partitionsFrom(String shelf, String id) {
        return partitions(shelf, id.isEmpty() ? 0 : partition(id));
    }

    private static List<String> partitions(String shelf, int first) {
        return IntStream.range(first, PARTITIONS)
                .mapToObj(number -> name(shelf, number))
                .toList();
    }

    private static int partition(String id) {
        return Math.floorMod(id.hashCode(), PARTITIONS);
    }

    private static String name(String shelf, int partition) {
        return shelf + "#" + Integer.toHexString(partition);
    }

    private static String shelf(String partition) {
        return partition.substring(0, partition.lastIndexOf('#'));
    }

    static Map<String, AttributeValue> key(Key key) {
        return Map.of(SHELF, text(name(key.collection(), partition(key.id()))), ID, text(key.id()));
    }

    static Map<String, AttributeValue> of(Document document, String writtenBy, Optional<Instant> expiry) {
        Map<String, AttributeValue> item = new HashMap<>(key(document.key()));
        item.put(VERSION, number(document.version() + 1));
        item.put(JSON, text(document.json()));
        item.put(WRITTEN_BY, text(writtenBy));
        if (!document.owner().isEmpty()) {
            item.put(OWNER, text(document.owner()));
        }
        document.wakeAt().ifPresent(time -> item.put(WAKE_AT, number(time.toEpochMilli())));
        expiry.ifPresent(time -> item.put(EXPIRES_AT, number(time.getEpochSecond())));
        return item;
    }

    static Document document(Map<String, AttributeValue> item) {
        return Document.stored(
                new Key(shelf(part(item, SHELF).s()), part(item, ID).s()),
                Long.parseLong(part(item, VERSION).n()),
                item.containsKey(OWNER) ? part(item, OWNER).s() : "",
                item.containsKey(WAKE_AT) ? Optional.of(Instant.ofEpochMilli(wakeAt(item))) : Optional.empty(),
                part(item, JSON).s());
    }

    /** The wake-up time of an item that has one. */
    static long wakeAt(Map<String, AttributeValue> item) {
        return Long.parseLong(part(item, WAKE_AT).n());
    }

    /** The key of an item found in an index. */
    static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(SHELF, part(item, SHELF), ID, part(item, ID));
    }

    private static AttributeValue part(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    static boolean isWrittenBy(String name, Map<String, AttributeValue> item) {
        return text(name).equals(item.get(WRITTEN_BY));
    }
}
