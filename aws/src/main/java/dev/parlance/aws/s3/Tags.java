package dev.parlance.aws.s3;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of the objects that were read or written last. A document has a version and no tag; without this, each save
 * would have to read before it writes.
 */
final class Tags {
    private static final int MOST = 1_000;

    private final Map<Key, Tag> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tag> eldest) {
            return size() > MOST;
        }
    };

    /** The tag of a version, and when that version was to be looked at. */
    record Tag(long version, String etag, Optional<Instant> wakeAt) {}

    synchronized void remember(Document document, String etag) {
        newest.put(document.key(), new Tag(document.version(), etag, document.wakeAt()));
    }

    /** The tag of this version of a document, if that is the newest that is known. */
    synchronized Optional<Tag> of(Document document) {
        return Optional.ofNullable(newest.get(document.key())).filter(tag -> tag.version() == document.version());
    }
}
