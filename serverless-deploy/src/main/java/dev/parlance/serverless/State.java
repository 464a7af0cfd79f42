package dev.parlance.serverless;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered between two deployments: which bytes a version has, and what a build was asked for. Neither ever
 * changes at Twilio, so that this cannot be out of date; what it lacks is asked of Twilio.
 */
final class State {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MOST = 5_000;

    private final Optional<Path> file;
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final Map<String, Recipe> builds = new LinkedHashMap<>();

    /** What a build was asked for beside its files. */
    record Recipe(
            @JsonProperty("dependencies") Map<String, String> dependencies,
            @JsonProperty("runtime") @Nullable String runtime) {}

    private record Written(
            @JsonProperty("hashes") @Nullable Map<String, String> hashes,
            @JsonProperty("builds") @Nullable Map<String, Recipe> builds) {}

    private State(Optional<Path> file) {
        this.file = file;
    }

    /** Reads the file if it is there; without a file, nothing outlives this object. */
    static State read(Optional<Path> file) {
        State state = new State(file);
        file.filter(Files::exists).ifPresent(state::load);
        return state;
    }

    private void load(Path from) {
        try {
            Written written = JSON.readValue(Files.readAllBytes(from), Written.class);
            hashes.putAll(written.hashes() == null ? Map.of() : written.hashes());
            builds.putAll(written.builds() == null ? Map.of() : written.builds());
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    from + " is not as it was written: " + e.getOriginalMessage()
                            + ". Delete it: what it remembers can be found out again",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be read", e);
        }
    }

    synchronized Optional<String> hash(String version) {
        return Optional.ofNullable(hashes.get(version));
    }

    synchronized void remember(String version, String hash) {
        hashes.put(version, hash);
    }

    synchronized Optional<Recipe> build(String sid) {
        return Optional.ofNullable(builds.get(sid));
    }

    synchronized void remember(String build, Map<String, String> dependencies, Optional<String> runtime) {
        builds.put(build, new Recipe(dependencies, runtime.orElse(null)));
    }

    synchronized void save() {
        if (file.isEmpty()) {
            return;
        }
        forgetTheOldest(hashes);
        forgetTheOldest(builds);
        Path to = file.get();
        try {
            WholeFile.write(to, JSON.writeValueAsBytes(new Written(hashes, builds)));
        } catch (IOException e) {
            throw new UncheckedIOException(to + " cannot be written", e);
        }
    }

    private static void forgetTheOldest(Map<String, ?> remembered) {
        Iterator<String> oldest = remembered.keySet().iterator();
        for (int surplus = remembered.size() - MOST; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }
}
