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
 * The state saved between deployments: the hash of each version, and the dependencies and runtime of each build. Twilio never
 * changes these, so the state cannot be outdated. Anything missing is fetched from Twilio.
 */
final class State {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MAX_ENTRIES = 5_000;

    private final Optional<Path> file;
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final Map<String, BuildInputs> builds = new LinkedHashMap<>();

    /** The requested dependencies and runtime of a build. */
    record BuildInputs(
            @JsonProperty("dependencies") Map<String, String> dependencies,
            @JsonProperty("runtime") @Nullable String runtime) {}

    private record SavedState(
            @JsonProperty("hashes") @Nullable Map<String, String> hashes,
            @JsonProperty("builds") @Nullable Map<String, BuildInputs> builds) {}

    private State(Optional<Path> file) {
        this.file = file;
    }

    /** Reads the file if it exists. Without a file, the state is kept only in memory. */
    static State read(Optional<Path> file) {
        State state = new State(file);
        file.filter(Files::exists).ifPresent(state::load);
        return state;
    }

    private void load(Path from) {
        try {
            SavedState saved = JSON.readValue(Files.readAllBytes(from), SavedState.class);
            hashes.putAll(saved.hashes() == null ? Map.of() : saved.hashes());
            builds.putAll(saved.builds() == null ? Map.of() : saved.builds());
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    from + " is invalid: " + e.getOriginalMessage() + ". Delete it; the next deployment recreates it",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + from, e);
        }
    }

    synchronized Optional<String> hash(String version) {
        return Optional.ofNullable(hashes.get(version));
    }

    synchronized void remember(String version, String hash) {
        hashes.put(version, hash);
    }

    synchronized Optional<BuildInputs> build(String sid) {
        return Optional.ofNullable(builds.get(sid));
    }

    synchronized void remember(String build, Map<String, String> dependencies, Optional<String> runtime) {
        builds.put(build, new BuildInputs(dependencies, runtime.orElse(null)));
    }

    synchronized void save() {
        if (file.isEmpty()) {
            return;
        }
        dropOldest(hashes);
        dropOldest(builds);
        Path to = file.get();
        try {
            AtomicFile.write(to, JSON.writeValueAsBytes(new SavedState(hashes, builds)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + to, e);
        }
    }

    private static void dropOldest(Map<String, ?> entries) {
        Iterator<String> oldest = entries.keySet().iterator();
        for (int surplus = entries.size() - MAX_ENTRIES; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }
}
