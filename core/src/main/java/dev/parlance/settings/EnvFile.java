package dev.parlance.settings;

import dev.parlance.Problem;
import dev.parlance.internal.DotEnv;
import dev.parlance.internal.Entry;
import dev.parlance.internal.ParsedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a whole {@code .env} file. To look settings up by name, use {@link SettingsSource#envFile}.
 *
 * <pre>{@code
 * EnvFile.entries(Path.of(".env")).keySet();
 * }</pre>
 */
public final class EnvFile {
    private static final int MAX_BYTES = 1 << 20;

    private EnvFile() {}

    static SettingsSource read(Path file) {
        String description = Files.exists(file) ? file.toString() : file + " (no such file)";
        return SettingsSource.of(description, entries(file));
    }

    /**
     * All names and values, in file order. If a name occurs twice, the last one wins. Empty if there is no such file.
     *
     * @throws SettingsException with every malformed line
     */
    public static Map<String, String> entries(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        ParsedFile parsed = DotEnv.parse(bytes(file));
        List<Problem> problems = parsed.problems().stream()
                .map(problem -> Problem.at(file.toString(), problem.line(), problem.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Entry entry : parsed.entries()) {
            values.put(entry.key(), entry.value());
        }
        return values;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new SettingsException(
                        List.of(Problem.at(file.toString(), 0, "the file is larger than " + MAX_BYTES + " bytes")));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the settings file " + file, e);
        }
    }
}
