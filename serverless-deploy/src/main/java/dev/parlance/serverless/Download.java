package dev.parlance.serverless;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a build into a folder, in the layout of a project. */
record Download(Service service, Environment environment, Fingerprints fingerprints) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Control and bidirectional characters, which could make a folder listing show a different name. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    List<DeployedFile> to(Path folder, Build build) {
        try {
            Files.createDirectories(folder);
            checkEmpty(folder);
            build.files().forEach(file -> place(folder, file));
            List<DeployedFile> unavailable = new ArrayList<>();
            for (DeployedFile file : build.files()) {
                Optional<InputStream> content = fingerprints.open(environment, file);
                if (content.isPresent()) {
                    write(content.get(), place(folder, file));
                } else {
                    unavailable.add(file);
                }
            }
            Files.writeString(folder.resolve("package.json"), manifest(build));
            return unavailable;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the build to " + folder, e);
        }
    }

    private static void checkEmpty(Path folder) throws IOException {
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new DeployException(folder + " is not empty. Choose a new or empty folder");
            }
        }
    }

    /** The path is untrusted: the file may have been deployed with another tool. */
    private static Path place(Path folder, DeployedFile file) {
        if (INVISIBLE.matcher(file.path()).find()) {
            throw new DeployException("The " + file + " has a control character in its path. Nothing was written");
        }
        boolean isFunction = file.kind() == FileKind.FUNCTION;
        Path below = folder.resolve(isFunction ? "functions" : "assets").normalize();
        String name = file.path().replaceFirst("^/+", "") + (isFunction ? ".js" : "");
        String mark = file.visibility() == Visibility.PUBLIC ? "" : "." + file.visibility();
        Path place =
                below.resolve(name.replaceFirst("(\\.[^./]*)?$", mark + "$1")).normalize();
        if (!place.startsWith(below) || place.equals(below)) {
            throw new DeployException("The " + file + " has a path that leads out of the folder. Nothing was written");
        }
        return place;
    }

    private static void write(InputStream content, Path place) throws IOException {
        try (content) {
            Files.createDirectories(Optional.ofNullable(place.getParent()).orElse(place));
            Files.copy(content, place);
        }
    }

    private String manifest(Build build) {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", service.name()).put("private", true);
        build.runtime().ifPresent(node -> json.putObject("engines").put("node", node.replace("node", "")));
        ObjectNode dependencies = json.putObject("dependencies");
        build.dependencies().forEach(dependencies::put);
        return json.toPrettyString();
    }
}
