package dev.parlance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds and reads the files of the project. */
final class ProjectFiles {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private ProjectFiles() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|node_modules)/.*"))
                    .filter(file -> wanted.test(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of all packages of the published modules. */
    static List<Path> packages() {
        return files(file -> file.endsWith("package-info.java")
                        && file.toString().matches("(?!examples|benchmarks|page-testing).*/src/main/java/.*"))
                .stream()
                .map(Path::getParent)
                .toList();
    }

    /** The files in a folder, without those in its folders. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }

    static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }
}
