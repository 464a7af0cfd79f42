package dev.parlance.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings by name, taken from the first source that has a value.
 *
 * <pre>{@code
 * Settings settings = Settings.standard();
 * AccountSettings account = AccountSettings.from(settings);
 * String greeting = settings.find("GREETING").orElse("Hello");
 * }</pre>
 *
 * <p>Each lookup asks the sources again, so changes in a vault are seen; files are read only once. Thread-safe if the
 * sources are.
 */
public final class Settings {
    private final List<SettingsSource> sources;

    private Settings(List<SettingsSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Settings from the usual sources, in this order: system properties, environment, {@code .env.local} and {@code .env} in
     * the working directory.
     *
     * @throws SettingsException if one of the files is malformed
     */
    public static Settings standard() {
        return from(
                SettingsSource.systemProperties(),
                SettingsSource.environment(),
                SettingsSource.envFile(Path.of(".env.local")),
                SettingsSource.envFile(Path.of(".env")));
    }

    /** Settings from these sources. The first one that has a value wins. */
    public static Settings from(SettingsSource... sources) {
        return new Settings(List.of(sources));
    }

    /** The value of a setting, stripped. Empty if every source lacks it or has only whitespace. */
    public Optional<String> find(String name) {
        return findWithSource(name).map(Found::value);
    }

    /** Starts reading several settings, to report all problems at once. */
    public SettingsReader reader() {
        return new SettingsReader(this);
    }

    Optional<Found> findWithSource(String name) {
        for (SettingsSource source : sources) {
            Optional<String> value = source.find(name).map(String::strip).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                return Optional.of(new Found(value.get(), source.description()));
            }
        }
        return Optional.empty();
    }

    /** The names of the sources, in order. */
    String sourceNames() {
        return sources.stream().map(SettingsSource::description).collect(Collectors.joining(", "));
    }

    record Found(String value, String source) {}
}
