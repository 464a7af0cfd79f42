package dev.parlance.aws.s3;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ETags of the objects that were read or written last. A document has a version but no ETag, so without this cache, each save
 * would have to read before it writes.
 */
final class EtagCache {
    private static final int MOST = 1_000;

    private final Map<Key, Entry> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Entry> eldest) {
            return size() > MOST;
        }
    };

    /** A version's ETag and wake-up time. */
    record Entry(long version, String etag, Optional<Instant> wakeAt) {}

    synchronized void remember(Document document, String etag) {
        newest.put(document.key(), new Entry(document.version(), etag, document.wakeAt()));
    }

    /** The ETag of this version of a document, if it is the newest one known. */
    synchronized Optional<Entry> of(Document document) {
        return Optional.ofNullable(newest.get(document.key())).filter(entry -> entry.version() == document.version());
    }
}
