package dev.parlance.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A source of settings. Implement this interface to read them from a vault or a parameter store.
 */
public interface SettingsSource {
    /** The value of a setting; empty if this source doesn't have it. A blank value counts as missing. */
    Optional<String> find(String name);

    /** The name of the source in error messages: "looked in …". */
    String description();

    /** The environment variables of the process. */
    static SettingsSource environment() {
        return of("the environment", System.getenv());
    }

    /** The Java system properties, set with {@code -Dname=value}. */
    static SettingsSource systemProperties() {
        return new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(System.getProperty(name));
            }

            @Override
            public String description() {
                return "the system properties";
            }
        };
    }

    /**
     * A file of {@code NAME=value} lines, read now. A missing file has no settings.
     *
     * @throws SettingsException with every malformed line
     */
    static SettingsSource envFile(Path file) {
        return EnvFile.read(file);
    }

    /** Settings from a map. Error messages show {@code description} as their source. */
    static SettingsSource of(String description, Map<String, String> values) {
        return new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(values.get(name));
            }

            @Override
            public String description() {
                return description;
            }
        };
    }
}
