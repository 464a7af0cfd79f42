package dev.parlance.aws.s3;

import dev.parlance.prompt.MediaSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The recordings and pictures of a survey in a bucket. It keeps what it has read. */
final class BucketMedia implements MediaSource {
    private final Bucket bucket;
    private final String prefix;
    private final Map<String, Bucket.Content> read = new ConcurrentHashMap<>();

    BucketMedia(Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        try {
            Optional<Bucket.Content> found = bucket.getIfChanged(prefix + name, read.get(name));
            found.ifPresentOrElse(content -> read.put(name, content), () -> read.remove(name));
            return found.map(content -> content.bytes().asInputStream());
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The versions of the files that were read. Lists each of their folders. */
    String state() {
        StringBuilder state = new StringBuilder();
        for (String folder : folders()) {
            for (S3Object object : bucket.listAll(prefix + folder)) {
                if (read.containsKey(object.key().substring(prefix.length()))) {
                    state.append('\n').append(object.key()).append(' ').append(object.eTag());
                }
            }
        }
        return state.toString();
    }

    /** The folders at the top, with a slash at the end, and the files that are in none. */
    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        read.keySet().forEach(name -> folders.add(name.substring(0, name.indexOf('/') + 1)));
        if (folders.remove("")) {
            read.keySet().stream().filter(name -> name.indexOf('/') < 0).forEach(folders::add);
        }
        return folders;
    }

    @Override
    public String description() {
        return (bucket + "/" + prefix).replaceFirst("/$", "");
    }
}
