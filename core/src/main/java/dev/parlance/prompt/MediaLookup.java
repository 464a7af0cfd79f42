package dev.parlance.prompt;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Where the media files of a bundle come from. */
interface MediaLookup {
    /** The file with this name, if it exists. */
    Optional<MediaFile> find(String name, String type) throws IOException;

    /** Where it looks. */
    String description();

    /** The files of prompts that were read from JSON: known by their hashes, without content. */
    record Archived(Map<String, String> hashes) implements MediaLookup {
        @Override
        public Optional<MediaFile> find(String name, String type) {
            return Optional.ofNullable(hashes.get(name)).map(hash -> new MediaFile(name, type, hash, null));
        }

        @Override
        public String description() {
            return "archived prompts";
        }
    }
}
