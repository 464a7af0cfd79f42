package dev.parlance.prompt;

import dev.parlance.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads media files from a source. */
record MediaReader(MediaSource source) implements MediaLookup {
    /** The largest file. AWS Lambda can't send more, with its encoding. */
    static final int MAX_BYTES = 4 << 20;

    @Override
    public Optional<MediaFile> find(String name, String type) throws IOException {
        Optional<InputStream> found = source.open(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length == 0) {
                throw new IOException("the file is empty");
            }
            if (content.length > MAX_BYTES) {
                throw new IOException("the file is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            return Optional.of(new MediaFile(name, type, Sha256.hex(content), content));
        }
    }

    @Override
    public String description() {
        return source.description();
    }
}
