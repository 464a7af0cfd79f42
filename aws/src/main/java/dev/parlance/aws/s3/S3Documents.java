package dev.parlance.aws.s3;

import dev.parlance.aws.s3.Layout.Alarm;
import dev.parlance.aws.s3.Layout.Marker;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Stores survey sessions in an S3 bucket, one object each: {@code survey-results/session:coffee/+15005550006.json}. Use it if you
 * want files and expect at most a few thousand answers a day; beyond that, {@code DynamoDbDocuments} is faster and cheaper, see
 * docs/AWS.md.
 *
 * <pre>{@code
 * DocumentStore store = S3Documents.in(S3Client.create(), "surveys");
 * }</pre>
 *
 * <p>An object is replaced only if it still has the ETag with which it was read. S3 has no index, so a session with a wake-up time
 * has a marker, an empty object with the time in its name. The new marker is written before the session, and the old one is deleted
 * afterwards: a crash in between can leave an extra marker, which is detected and deleted, but a marker is never missing.
 *
 * <p>Turn off versioning for the bucket; otherwise old versions still contain the data of people who were forgotten.
 */
public final class S3Documents implements DocumentStore {
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
    private static final String VERSION = "version";
    private static final String OWNER = "owner";
    private static final String WAKE_AT = "wake-at";
    private static final String MARKER_TYPE = "application/octet-stream";
    private static final byte[] EMPTY = {};

    private final Bucket bucket;
    private final Clock clock;
    private final EtagCache etags = new EtagCache();

    private S3Documents(Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /** Opens the store in a bucket. The client is not closed with the store. */
    public static S3Documents in(S3Client client, String bucket) {
        return new S3Documents(new Bucket(client, bucket), Clock.systemUTC());
    }

    /** Returns a copy with another clock, which determines the age of markers. Default: the system clock. */
    public S3Documents withClock(Clock newClock) {
        return new S3Documents(bucket, newClock);
    }

    @Override
    public Optional<Document> load(Key key) {
        return call(() -> get(key));
    }

    private Optional<Document> get(Key key) {
        return bucket.get(Layout.document(key)).map(content -> {
            Document document = document(key, content);
            etags.remember(document, content.etag());
            return document;
        });
    }

    private static Document document(Key key, Bucket.Content content) {
        Map<String, String> metadata = content.metadata();
        return Document.stored(
                key,
                Long.parseLong(metadata.getOrDefault(VERSION, "0")),
                metadata.getOrDefault(OWNER, ""),
                Optional.ofNullable(metadata.get(WAKE_AT)).map(time -> Instant.ofEpochMilli(Long.parseLong(time))),
                content.bytes().asUtf8String());
    }

    @Override
    public boolean save(Document document) {
        return call(() -> document.version() == 0 ? create(document) : replace(document));
    }

    /** Writes the owner's mark again at the end, in case the owner was forgotten in the meantime. */
    private boolean create(Document document) {
        markOwner(document);
        Document saved = document.saved();
        mark(saved);
        Optional<String> etag = bucket.putIf(null, Layout.document(document.key()), metadata(saved), document.json());
        etag.ifPresent(tag -> {
            etags.remember(saved, tag);
            markOwner(document);
        });
        return etag.isPresent();
    }

    private boolean replace(Document document) {
        Optional<EtagCache.VersionTag> before =
                etags.of(document).or(() -> get(document.key()).flatMap(current -> etags.of(document)));
        if (before.isEmpty()) {
            return false;
        }
        Document saved = document.saved();
        mark(saved);
        Optional<String> etag =
                bucket.putIf(before.get().etag(), Layout.document(document.key()), metadata(saved), document.json());
        etag.ifPresent(tag -> {
            etags.remember(saved, tag);
            before.get()
                    .wakeAt()
                    .ifPresent(
                            time -> bucket.delete(Layout.marker(document.key(), new Alarm(time, document.version()))));
        });
        return etag.isPresent();
    }

    private static Map<String, String> metadata(Document saved) {
        Map<String, String> metadata = new HashMap<>(Map.of(VERSION, Long.toString(saved.version())));
        if (!saved.owner().isEmpty()) {
            metadata.put(OWNER, saved.owner());
        }
        saved.wakeAt().ifPresent(time -> metadata.put(WAKE_AT, Long.toString(time.toEpochMilli())));
        return metadata;
    }

    private void mark(Document saved) {
        saved.wakeAt()
                .ifPresent(time ->
                        bucket.put(Layout.marker(saved.key(), new Alarm(time, saved.version())), MARKER_TYPE, EMPTY));
    }

    private void markOwner(Document document) {
        if (!document.owner().isEmpty()) {
            bucket.put(Layout.owned(document.owner(), document.key()), MARKER_TYPE, EMPTY);
        }
    }

    @Override
    public List<Document> due(String shelf, Instant now, int limit) {
        return call(() -> {
            List<Document> due = new ArrayList<>();
            String end = Layout.dueBefore(shelf, now);
            String after = "";
            List<S3Object> page = bucket.list(Layout.due(shelf), after, Integer.MAX_VALUE);
            while (!page.isEmpty()) {
                for (S3Object object : page) {
                    if (object.key().compareTo(end) > 0 || due.size() == limit) {
                        return due;
                    }
                    after = object.key();
                    Marker.of(shelf, object.key())
                            .flatMap(marker -> documentOf(marker, object))
                            .ifPresent(due::add);
                }
                page = bucket.list(Layout.due(shelf), after, Integer.MAX_VALUE);
            }
            return due;
        });
    }

    /** Returns a marker's document. If the marker is obsolete, deletes it and returns empty. */
    private Optional<Document> documentOf(Marker marker, S3Object object) {
        Optional<Document> document = get(marker.key());
        boolean isCurrent = document.filter(current -> current.version()
                                == marker.alarm().version()
                        && current.wakeAt().equals(Optional.of(marker.alarm().at())))
                .isPresent();
        if (isCurrent) {
            return document;
        }
        boolean isOutdated = document.filter(
                        current -> current.version() >= marker.alarm().version())
                .isPresent();
        // A marker ahead of its document may belong to a save in progress.
        boolean isAbandoned = object.lastModified().isBefore(clock.instant().minus(ABANDONED_AFTER));
        if (isOutdated || isAbandoned) {
            bucket.delete(object.key());
        }
        return Optional.empty();
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return call(() -> {
            List<Document> page = new ArrayList<>();
            String after = afterId.isEmpty() ? "" : Layout.document(new Key(shelf, afterId));
            List<S3Object> listed = bucket.list(Layout.shelf(shelf), after, limit);
            while (page.isEmpty() && !listed.isEmpty()) {
                for (S3Object object : listed) {
                    after = object.key();
                    Layout.key(shelf, object.key()).flatMap(this::get).ifPresent(page::add);
                }
                // Continues only if all of them were deleted after they had been listed.
                listed = page.isEmpty() ? bucket.list(Layout.shelf(shelf), after, limit) : List.of();
            }
            return page;
        });
    }

    @Override
    public int forget(String owner) {
        return call(() -> {
            int deleted = 0;
            for (S3Object mark : bucket.listAll(Layout.owner(owner))) {
                Key key = Layout.ownedKey(owner, mark.key());
                Optional<Document> document = get(key);
                if (document.isPresent()) {
                    bucket.delete(Layout.document(key));
                    document.get()
                            .wakeAt()
                            .ifPresent(time -> bucket.delete(Layout.marker(
                                    key, new Alarm(time, document.get().version()))));
                    deleted++;
                }
                bucket.delete(mark.key());
            }
            return deleted;
        });
    }

    private <T> T call(Supplier<T> request) {
        try {
            return Objects.requireNonNull(request.get());
        } catch (SdkException e) {
            throw new StoreException("The S3 request failed for bucket " + bucket + ": " + e.getMessage(), e);
        }
    }
}
