package dev.parlance.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of surveys, which a test can change. */
final class Copies {
    private Copies() {}

    static void copy(Path survey, Path folder) {
        try (Stream<Path> files = Files.walk(survey)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(survey.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
