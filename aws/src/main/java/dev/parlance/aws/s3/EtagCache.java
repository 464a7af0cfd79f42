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

    private final Map<Key, VersionTag> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, VersionTag> eldest) {
            return size() > MOST;
        }
    };

    /** A version's ETag and wake-up time. */
    record VersionTag(long version, String etag, Optional<Instant> wakeAt) {}

    synchronized void remember(Document document, String etag) {
        newest.put(document.key(), new VersionTag(document.version(), etag, document.wakeAt()));
    }

    /** The ETag of this version of a document, if it is the newest one known. */
    synchronized Optional<VersionTag> of(Document document) {
        return Optional.ofNullable(newest.get(document.key())).filter(tag -> tag.version() == document.version());
    }
}
