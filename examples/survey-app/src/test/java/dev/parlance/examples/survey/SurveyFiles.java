package dev.parlance.examples.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies the example's survey, so that a test can change it. */
final class SurveyFiles {
    private static final Path SURVEY = Path.of("survey");

    private SurveyFiles() {}

    static void copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SURVEY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SURVEY.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
