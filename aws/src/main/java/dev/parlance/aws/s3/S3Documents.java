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
 * Keeps survey sessions in an S3 bucket, one object each, {@code survey-results/session:coffee/+15005550006.json}: for those
 * who want to have files, and some thousand answers a day. From there on {@code DynamoDbDocuments} is faster and cheaper, see
 * docs/AWS.md.
 *
 * <pre>{@code
 * DocumentStore store = S3Documents.in(S3Client.create(), "surveys");
 * }</pre>
 *
 * <p>An object is replaced only if it still has the tag with which it was read. S3 has no index, so what is to be looked at
 * later has a marker beside it, an empty object with the time in its name. The marker is put before the session, and the one
 * before is deleted after it: a crash between leaves a marker too many, which is noticed and deleted, never one too few.
 *
 * <p>The bucket should keep no old versions of objects, else who is forgotten is still in them.
 */
public final class S3Documents implements DocumentStore {
    private static final Duration SURELY_ABANDONED = Duration.ofDays(1);
    private static final String VERSION = "version";
    private static final String OWNER = "owner";
    private static final String WAKE_AT = "wake-at";
    private static final String MARKER_TYPE = "application/octet-stream";
    private static final byte[] EMPTY = {};

    private final Bucket bucket;
    private final Clock clock;
    private final Tags tags = new Tags();

    private S3Documents(Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /** The sessions in this bucket; the client is not closed with the store. */
    public static S3Documents in(S3Client client, String bucket) {
        return new S3Documents(new Bucket(client, bucket), Clock.systemUTC());
    }

    /** Tells the time by another clock: by it, markers grow old. */
    public S3Documents clock(Clock newClock) {
        return new S3Documents(bucket, newClock);
    }

    @Override
    public Optional<Document> load(Key key) {
        return asked(() -> get(key));
    }

    private Optional<Document> get(Key key) {
        return bucket.get(Layout.document(key)).map(content -> {
            Document document = document(key, content);
            tags.remember(document, content.etag());
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
        return asked(() -> document.version() == 0 ? create(document) : replace(document));
    }

    /** The mark of the owner is put again at the end, for the case that the owner was forgotten in between. */
    private boolean create(Document document) {
        markOwner(document);
        Document saved = document.saved();
        mark(saved);
        Optional<String> etag = bucket.putIf(null, Layout.document(document.key()), metadata(saved), document.json());
        etag.ifPresent(tag -> {
            tags.remember(saved, tag);
            markOwner(document);
        });
        return etag.isPresent();
    }

    private boolean replace(Document document) {
        Optional<Tags.Tag> before =
                tags.of(document).or(() -> get(document.key()).flatMap(kept -> tags.of(document)));
        if (before.isEmpty()) {
            return false;
        }
        Document saved = document.saved();
        mark(saved);
        Optional<String> etag =
                bucket.putIf(before.get().etag(), Layout.document(document.key()), metadata(saved), document.json());
        etag.ifPresent(tag -> {
            tags.remember(saved, tag);
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
        return asked(() -> {
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
                            .flatMap(marker -> meantBy(marker, object))
                            .ifPresent(due::add);
                }
                page = bucket.list(Layout.due(shelf), after, Integer.MAX_VALUE);
            }
            return due;
        });
    }

    /** The document that a marker means; empty, and the marker deleted, if it is one too many. */
    private Optional<Document> meantBy(Marker marker, S3Object object) {
        Optional<Document> document = get(marker.key());
        boolean isMeant = document.filter(kept -> kept.version()
                                == marker.alarm().version()
                        && kept.wakeAt().equals(Optional.of(marker.alarm().at())))
                .isPresent();
        if (isMeant) {
            return document;
        }
        boolean isPassed = document.filter(
                        kept -> kept.version() >= marker.alarm().version())
                .isPresent();
        // One that is ahead of its document may be that of a save that is under way.
        boolean isAbandoned = object.lastModified().isBefore(clock.instant().minus(SURELY_ABANDONED));
        if (isPassed || isAbandoned) {
            bucket.delete(object.key());
        }
        return Optional.empty();
    }

    @Override
    public List<Document> page(String shelf, String afterId, int limit) {
        return asked(() -> {
            List<Document> page = new ArrayList<>();
            String after = afterId.isEmpty() ? "" : Layout.document(new Key(shelf, afterId));
            List<S3Object> listed = bucket.list(Layout.shelf(shelf), after, limit);
            while (page.isEmpty() && !listed.isEmpty()) {
                for (S3Object object : listed) {
                    after = object.key();
                    Layout.key(shelf, object.key()).flatMap(this::get).ifPresent(page::add);
                }
                // Only if all of them were deleted after they had been listed.
                listed = page.isEmpty() ? bucket.list(Layout.shelf(shelf), after, limit) : List.of();
            }
            return page;
        });
    }

    @Override
    public int forget(String owner) {
        return asked(() -> {
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

    private <T> T asked(Supplier<T> question) {
        try {
            return Objects.requireNonNull(question.get());
        } catch (SdkException e) {
            throw new StoreException("S3 did not do it, bucket " + bucket + ": " + e.getMessage(), e);
        }
    }
}
