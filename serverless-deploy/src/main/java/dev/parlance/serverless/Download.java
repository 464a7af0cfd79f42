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

/** Writes what runs into a folder, laid out as it would be deployed. */
record Download(Service service, Environment environment, Fingerprints fingerprints) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Controls, and what turns the direction of text: a listing of the folder would show another name. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    List<DeployedFile> to(Path folder, Build build) {
        try {
            Files.createDirectories(folder);
            checkEmpty(folder);
            build.files().forEach(file -> place(folder, file));
            List<DeployedFile> hidden = new ArrayList<>();
            for (DeployedFile file : build.files()) {
                Optional<InputStream> content = fingerprints.open(environment, file);
                if (content.isPresent()) {
                    write(content.get(), place(folder, file));
                } else {
                    hidden.add(file);
                }
            }
            Files.writeString(folder.resolve("package.json"), manifest(build));
            return hidden;
        } catch (IOException e) {
            throw new UncheckedIOException("What runs cannot be written to " + folder, e);
        }
    }

    private static void checkEmpty(Path folder) throws IOException {
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new DeployException(folder + " is not empty: name a folder that is new, nothing is overwritten");
            }
        }
    }

    /** A path comes from outside: whoever deployed it may have used other tools than ours. */
    private static Path place(Path folder, DeployedFile file) {
        if (UNSEEN.matcher(file.path()).find()) {
            throw new DeployException("The " + file + " has a control character in its path; nothing was written");
        }
        boolean isFunction = file.kind() == FileKind.FUNCTION;
        Path below = folder.resolve(isFunction ? "functions" : "assets").normalize();
        String name = file.path().replaceFirst("^/+", "") + (isFunction ? ".js" : "");
        String mark = file.visibility() == Visibility.PUBLIC ? "" : "." + file.visibility();
        Path place =
                below.resolve(name.replaceFirst("(\\.[^./]*)?$", mark + "$1")).normalize();
        if (!place.startsWith(below) || place.equals(below)) {
            throw new DeployException("The " + file + " has a path that leads out of the folder; nothing was written");
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
