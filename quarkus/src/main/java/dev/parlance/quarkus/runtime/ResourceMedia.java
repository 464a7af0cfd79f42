package dev.parlance.quarkus.runtime;

import dev.parlance.prompt.MediaSource;
import java.io.InputStream;
import java.util.Optional;

/**
 * The recordings and pictures of a survey on the class path of the application.
 *
 * @param folder the path, without a slash at the end
 */
record ResourceMedia(String folder) implements MediaSource {
    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(ResourceFolder.open(folder + "/" + name));
    }

    @Override
    public String description() {
        return "classpath:" + folder;
    }
}
