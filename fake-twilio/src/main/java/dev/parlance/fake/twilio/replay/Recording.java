package dev.parlance.fake.twilio.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an API answered to a series of requests, with personal and secret values masked. Immutable. A {@link Recorder} makes one;
 * a test replays it with {@code FakeTwilio.replay}.
 *
 * <pre>{@code
 * Recording recording = Recording.load(Path.of("src/test/resources/buying-a-number.json"));
 * twilio.replay(recording);
 * }</pre>
 */
public final class Recording {
    private static final long MAX_BYTES = 64L << 20;

    private final List<Exchange> exchanges;

    Recording(List<Exchange> exchanges) {
        this.exchanges = List.copyOf(exchanges);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a recording; the message says where
     * @throws UncheckedIOException if it can't be read
     */
    public static Recording load(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException(file + " has more than " + MAX_BYTES + " bytes");
            }
            return new Recording(RecordingFile.read(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The recording " + file + " can't be read: " + e, e);
        }
    }

    /**
     * Writes a file, and creates its folder if necessary.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public void save(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The recording can't be written to " + file + ": " + e, e);
        }
    }

    /** The number of requests. */
    public int size() {
        return exchanges.size();
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** The content of the file. */
    @Override
    public String toString() {
        return RecordingFile.write(exchanges);
    }
}
