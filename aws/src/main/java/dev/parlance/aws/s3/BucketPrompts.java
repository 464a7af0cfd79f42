package dev.parlance.aws.s3;

import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Prompt files in a bucket, one per language. Each access lists the files and reads those that have changed.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(BucketPrompts.in(S3Client.create(), "hotline", "prompts/"));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class BucketPrompts implements PromptSource {
    private static final long LARGEST = 1 << 20;

    private final Bucket bucket;
    private final String prefix;
    private final Map<String, Bucket.Content> read = new ConcurrentHashMap<>();

    BucketPrompts(Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** The files below a prefix, which must end with a slash. The client is not closed. */
    public static BucketPrompts in(S3Client client, String bucket, String prefix) {
        return new BucketPrompts(new Bucket(client, bucket), prefix);
    }

    @Override
    public List<PromptFile> files() throws IOException {
        try {
            return files(list());
        } catch (SdkException e) {
            throw new IOException(description() + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Lists the files with their versions. */
    List<S3Object> list() {
        return bucket.listAll(prefix).stream()
                .filter(object -> !name(object).isEmpty() && name(object).indexOf('/') < 0)
                .toList();
    }

    List<PromptFile> files(List<S3Object> listed) throws IOException {
        List<PromptFile> files = new ArrayList<>();
        for (S3Object object : listed) {
            if (object.size() > LARGEST) {
                throw new IOException(object.key() + " in " + bucket + " is larger than " + LARGEST + " bytes");
            }
            bucket.getIfChanged(object.key(), read.get(object.key())).ifPresent(content -> {
                read.put(object.key(), content);
                files.add(new PromptFile(name(object), content.bytes().asByteArray()));
            });
        }
        return files;
    }

    private String name(S3Object object) {
        return object.key().substring(prefix.length());
    }

    @Override
    public String description() {
        return bucket + "/" + prefix.replaceFirst("/$", "");
    }
}
