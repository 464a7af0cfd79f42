package dev.parlance.serverless.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name, dependencies and Node.js version from a {@code package.json}. */
record PackageJson(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 1 << 20;
    private static final Pattern ONE_MAJOR = Pattern.compile("[v=^~]*\\s*(\\d{1,3})(\\.[\\dx*]+){0,2}");

    static PackageJson read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new PackageJson(MissingNode.getInstance());
        }
        if (Files.size(file) > LARGEST) {
            throw new ProjectException(file.toString(), List.of(Problem.of("The file is larger than 1 MiB")));
        }
        try {
            return new PackageJson(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ProjectException(
                    file.toString(), List.of(Problem.at(file.toString(), line, e.getOriginalMessage())));
        }
    }

    /** The name without its scope: {@code @acme/greetings} is {@code greetings}. */
    Optional<String> name() {
        return Optional.of(json.path("name").asText().replaceFirst("^@[^/]*/", ""))
                .filter(name -> !name.isBlank());
    }

    void addTo(FunctionsProject.Builder project) {
        json.path("dependencies").properties().forEach(dependency -> {
            String version = dependency.getValue().asText();
            project.dependency(dependency.getKey(), version.isBlank() ? "*" : version);
        });
        String node = json.path("engines").path("node").asText();
        Matcher major = ONE_MAJOR.matcher(node.strip());
        if (major.matches()) {
            project.runtime("node" + major.group(1));
        } else if (!node.isBlank()) {
            project.warning(
                    "package.json asks for Node " + node + ", which is not a single major version. Twilio will choose");
        }
    }
}
