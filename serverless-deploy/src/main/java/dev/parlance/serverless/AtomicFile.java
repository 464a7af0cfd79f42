package dev.parlance.serverless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes a file atomically: to a temporary file first, which then replaces it. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path to, byte[] bytes) throws IOException {
        Path folder = Optional.ofNullable(to.toAbsolutePath().getParent()).orElse(to);
        Path written = Files.createTempFile(folder, ".parlance", ".json");
        Files.write(written, bytes);
        Files.move(written, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
