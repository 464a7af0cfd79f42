package dev.parlance.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and checks several settings, and tells all that is missing or wrong in one exception.
 *
 * <pre>{@code
 * SettingsReader read = Settings.standard().reader();
 * Optional<URI> url = read.required("PUBLIC_URL", "an https URL", URI::create);
 * Optional<Integer> port = read.optional("PORT", "a number", Integer::valueOf);
 * read.failOnFaults();                       // from here on, what was required is there
 * serve(url.orElseThrow(), port.orElse(8080));
 * }</pre>
 *
 * <p>For one thread, and one reading.
 */
public final class SettingsReader {
    private final Settings settings;
    private final Set<String> faults = new LinkedHashSet<>();

    SettingsReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads a setting that must be there.
     *
     * @param name the setting's name
     * @param wanted what a good value is, for the error text: "an https URL"
     * @param parse turns the text into a value; an {@link IllegalArgumentException} from it means that the text is wrong
     * @return the value; empty only if it is missing or wrong, which {@link #failOnFaults()} tells
     */
    public <T> Optional<T> required(String name, String wanted, Function<String, T> parse) {
        if (settings.findWithSource(name).isEmpty()) {
            missing(name, wanted);
        }
        return optional(name, wanted, parse);
    }

    /** Reads a setting that may be missing; one that is there must be right. */
    public <T> Optional<T> optional(String name, String wanted, Function<String, T> parse) {
        return settings.findWithSource(name).flatMap(found -> {
            try {
                return Optional.of(parse.apply(found.value()));
            } catch (IllegalArgumentException e) {
                faults.add(name + " (from " + found.source() + ") is not " + wanted + ": its value of "
                        + found.value().length() + " characters was refused");
                return Optional.empty();
            }
        });
    }

    /** Reads a setting that goes by several names, for those who come from another application. */
    public <T> Optional<T> optional(List<String> names, String wanted, Function<String, T> parse) {
        return names.stream()
                .filter(name -> settings.findWithSource(name).isPresent())
                .findFirst()
                .flatMap(name -> optional(name, wanted, parse));
    }

    /** Notes that a setting is missing, where only the caller can know that it is needed. */
    public void missing(String name, String wanted) {
        faults.add(name + " is missing: " + wanted + "; looked in " + settings.places());
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsException if anything was missing or wrong
     */
    public void failOnFaults() {
        if (!faults.isEmpty()) {
            throw new SettingsException(new ArrayList<>(faults));
        }
    }
}
