package dev.parlance.serverless.project;

import dev.parlance.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a folder in the layout of Twilio's Serverless Toolkit. */
final class ProjectFolder {
    private static final Set<String> IGNORED = Set.of(".DS_Store", "Thumbs.db", ".gitkeep", ".gitignore");
    private static final Pattern VISIBILITY = Pattern.compile("\\.(protected|private)(?=(\\.[^./]*)?$)");
    private static final int MAX_DEPTH = 32;

    private final Path folder;
    private final Path root;
    private final FunctionsProject.Builder project;

    private ProjectFolder(Path folder, Path root, FunctionsProject.Builder project) {
        this.folder = folder;
        this.root = root;
        this.project = project;
    }

    static FunctionsProject read(Path folder, Path variables) {
        if (!Files.isDirectory(folder)) {
            throw new ProjectException(folder.toString(), List.of(Problem.of("There is no such folder")));
        }
        try {
            Path root = folder.toRealPath();
            PackageJson manifest = PackageJson.read(folder.resolve("package.json"));
            FunctionsProject.Builder project =
                    FunctionsProject.builder(name(manifest, root)).folder(folder);
            manifest.addTo(project);
            ProjectFolder reader = new ProjectFolder(folder, root, project);
            reader.files(FileKind.FUNCTION, "functions", "src");
            reader.files(FileKind.ASSET, "assets", "static");
            Variables.in(variables).forEach(project::variable);
            return project.build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the project in " + folder, e);
        }
    }

    static String nameIn(Path folder) {
        try {
            return name(PackageJson.read(folder.resolve("package.json")), folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the project in " + folder, e);
        }
    }

    private static String name(PackageJson manifest, Path root) {
        return manifest.name().orElseGet(() -> String.valueOf(root.getFileName()));
    }

    private void files(FileKind kind, String name, String otherName) throws IOException {
        Path first = folder.resolve(name);
        Path from = Files.isDirectory(first) ? first : folder.resolve(otherName);
        boolean isJavaSource = Files.isDirectory(from.resolve("main")); // src/main of Maven or Gradle
        if (!Files.isDirectory(from) || isJavaSource) {
            return;
        }
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(from, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Finder(found));
        Collections.sort(found);
        found.forEach(file -> add(kind, from, file));
    }

    /** Finds files. Does not follow links out of the project. */
    private final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Finder(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isWithin(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isWithin(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            project.problem("Cannot read " + file + ": " + e);
            return FileVisitResult.CONTINUE;
        }
    }

    private void add(FileKind kind, Path from, Path file) {
        String name = String.valueOf(file.getFileName());
        if (IGNORED.contains(name)) {
            return;
        }
        String path = "/" + from.relativize(file).toString().replace('\\', '/').replaceAll("\\s", "-");
        Matcher ending = VISIBILITY.matcher(path);
        Visibility visibility = ending.find() ? Visibility.of(ending.group(1)) : Visibility.PUBLIC;
        String plain = VISIBILITY.matcher(path).replaceFirst("");
        if (kind == FileKind.ASSET) {
            project.asset(plain, visibility, Content.file(file));
        } else if (plain.endsWith(".js")) {
            project.function(plain.substring(0, plain.length() - 3), visibility, Content.file(file));
        } else {
            project.warning(file + " is not deployed: functions must be .js files");
        }
    }

    private boolean isWithin(Path file) {
        try {
            if (file.toRealPath().startsWith(root)) {
                return true;
            }
            project.problem(file + " is a link out of the project: replace it with a copy");
        } catch (IOException e) {
            project.problem(file + " is a broken link");
        }
        return false;
    }
}
