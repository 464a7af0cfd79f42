package dev.parlance.aws.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Access to the objects of a bucket. */
final class Bucket {
    private static final String WRITTEN_BY = "written-by";
    private static final int MOST_IN_A_LIST = 1_000;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String name;

    Bucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    /** An object that was read. */
    record Content(String etag, Map<String, String> metadata, SdkBytes bytes) {}

    /** Reads an object, without a transfer if it has not changed. */
    Optional<Content> getIfChanged(String key, @Nullable Content cached) {
        if (cached == null) {
            return get(key);
        }
        try {
            return Optional.of(content(
                    client.getObjectAsBytes(get -> get.bucket(name).key(key).ifNoneMatch(cached.etag()))));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_MODIFIED) {
                return Optional.of(cached);
            }
            throw e;
        }
    }

    private static Content content(ResponseBytes<GetObjectResponse> object) {
        return new Content(
                object.response().eTag(),
                object.response().metadata(),
                SdkBytes.fromByteArrayUnsafe(object.asByteArrayUnsafe()));
    }

    Optional<Content> get(String key) {
        try {
            return Optional.of(
                    content(client.getObjectAsBytes(get -> get.bucket(name).key(key))));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    void put(String key, String type, byte[] bytes) {
        client.putObject(put -> put.bucket(name).key(key).contentType(type), RequestBody.fromBytes(bytes));
    }

    /**
     * Writes an object if the existing one still has this ETag. Without an ETag, writes only a new object.
     *
     * <p>Each attempt has a unique name, so that its object is recognized if the response was lost and the client has retried.
     *
     * @return the new ETag; empty if the object was not written
     */
    Optional<String> putIf(@Nullable String etag, String key, Map<String, String> metadata, String json) {
        String writtenBy = UUID.randomUUID().toString();
        Map<String, String> named = new HashMap<>(metadata);
        named.put(WRITTEN_BY, writtenBy);
        try {
            return Optional.of(client.putObject(
                            put -> put.bucket(name)
                                    .key(key)
                                    .contentType("application/json")
                                    .metadata(named)
                                    .ifMatch(etag)
                                    .ifNoneMatch(etag == null ? "*" : null),
                            RequestBody.fromString(json))
                    .eTag());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND && etag != null) {
                return Optional.empty(); // the object was deleted
            }
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return get(key).filter(
                                existing -> writtenBy.equals(existing.metadata().get(WRITTEN_BY)))
                        .map(Content::etag);
            }
            throw e;
        }
    }

    void delete(String key) {
        client.deleteObject(delete -> delete.bucket(name).key(key));
    }

    /** Lists a page of objects with a prefix in the order of their keys, starting after a key. */
    List<S3Object> list(String prefix, String after, int most) {
        return client.listObjectsV2(list -> list.bucket(name)
                        .prefix(prefix)
                        .startAfter(after.isEmpty() ? null : after)
                        .maxKeys(Math.min(most, MOST_IN_A_LIST)))
                .contents();
    }

    /** Lists all objects with a prefix. */
    List<S3Object> listAll(String prefix) {
        return client.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
                .toList();
    }

    @Override
    public String toString() {
        return "s3://" + name;
    }
}
