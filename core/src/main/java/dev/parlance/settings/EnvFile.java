package dev.parlance.settings;

import dev.parlance.internal.DotEnv;
import dev.parlance.internal.Entry;
import dev.parlance.internal.ParsedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings from a {@code .env} file. */
final class EnvFile {
    private static final int LARGEST = 1 << 20;

    private EnvFile() {}

    static SettingsSource read(Path file) {
        if (!Files.exists(file)) {
            return SettingsSource.named(file + " (no such file)", Map.of());
        }
        ParsedFile parsed = DotEnv.parse(bytes(file));
        List<String> faults = parsed.faults().stream()
                .map(fault -> file + ":" + fault.line() + ": " + fault.what())
                .toList();
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        Map<String, String> values = new HashMap<>();
        for (Entry entry : parsed.entries()) {
            values.put(entry.key(), entry.value());
        }
        return SettingsSource.named(file.toString(), values);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new SettingsException(List.of(file + " is larger than " + LARGEST + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the settings in " + file, e);
        }
    }
}
