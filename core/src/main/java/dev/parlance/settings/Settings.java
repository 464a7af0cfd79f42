package dev.parlance.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings by name, from the first place that has them.
 *
 * <pre>{@code
 * Settings settings = Settings.standard();
 * AccountSettings account = AccountSettings.from(settings);
 * String greeting = settings.find("GREETING").orElse("Hello");
 * }</pre>
 *
 * <p>Each question goes to the sources again, so one that refreshes itself (a vault) is heard; files are read once. Safe for
 * use by several threads if its sources are.
 */
public final class Settings {
    private final List<SettingsSource> sources;

    private Settings(List<SettingsSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Settings from the usual places: the system properties, the environment, then {@code .env.local} and {@code .env} in
     * the working directory.
     *
     * @throws SettingsException if one of the files is ill-formed
     */
    public static Settings standard() {
        return from(
                SettingsSource.systemProperties(),
                SettingsSource.environment(),
                SettingsSource.envFile(Path.of(".env.local")),
                SettingsSource.envFile(Path.of(".env")));
    }

    /** Settings from these places, the first that has one wins. */
    public static Settings from(SettingsSource... sources) {
        return new Settings(List.of(sources));
    }

    /** The value of a setting without outer blanks, or empty if no place has one that is not blank. */
    public Optional<String> find(String name) {
        return findWithSource(name).map(Found::value);
    }

    /** Begins to read several settings, so that all faults are told at once. */
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

    /** The places that are looked in, in their order. */
    String places() {
        return sources.stream().map(SettingsSource::description).collect(Collectors.joining(", "));
    }

    record Found(String value, String source) {}
}
