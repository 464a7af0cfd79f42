package dev.parlance.translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads files of limited size, and replaces files as a whole. */
final class Folders {
    static final int MAX_BYTES = 10 << 20;

    private Folders() {}

    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TranslationException(file + " is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new TranslationException(file + " can't be read: " + e, e);
        }
    }

    /** Writes a file; after a failure, the old file is still whole. */
    static void replace(Path file, byte[] bytes) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = folder.resolve("." + file.getFileName() + ".tmp");
            try {
                Files.write(written, bytes);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new TranslationException(file + " can't be written: " + e, e);
        }
    }
}
