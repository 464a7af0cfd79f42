package dev.parlance.prompt;

import java.io.InputStream;
import java.util.Optional;

/** Media in a folder on the class path. */
record ClasspathMedia(Class<?> anchor, String folder) implements MediaSource {
    @Override
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(anchor.getResourceAsStream("/" + folder + "/" + name));
    }

    @Override
    public String description() {
        return "classpath:" + folder;
    }
}
