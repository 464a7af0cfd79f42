package dev.parlance.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A place where settings are looked for. Implement it to read them from a vault or a parameter store.
 */
public interface SettingsSource {
    /** The value of a setting, or empty if this place has none. A blank value counts as none. */
    Optional<String> find(String name);

    /** What a person would call the place in "looked in …". */
    String description();

    /** The environment of the process. */
    static SettingsSource environment() {
        return named("the environment", System.getenv());
    }

    /** The Java system properties, set by {@code -Dname=value}. */
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
     * A file of {@code NAME=value} lines, read when this is called; one that is not there has no settings.
     *
     * @throws SettingsException with every line that is ill-formed
     */
    static SettingsSource envFile(Path file) {
        return EnvFile.read(file);
    }

    /** Settings from a map; {@code description} says in error texts where they came from. */
    static SettingsSource named(String description, Map<String, String> values) {
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
