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
 * Prompt files that lie in a bucket, one a language. Each time that they are asked for, they are listed, and those are read that
 * have changed since.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(BucketPrompts.in("hotline", "prompts/", S3Client.create()));
 * }</pre>
 *
 * <p>Safe for use by several threads.
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

    /** The files below a prefix, which ends with a slash; the client is not closed. */
    public static BucketPrompts in(String bucket, String prefix, S3Client client) {
        return new BucketPrompts(new Bucket(client, bucket), prefix);
    }

    @Override
    public List<PromptFile> files() throws IOException {
        try {
            return files(list());
        } catch (SdkException e) {
            throw new IOException(description() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is there, and in which versions. */
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
