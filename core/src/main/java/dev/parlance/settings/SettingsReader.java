package dev.parlance.settings;

import dev.parlance.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and checks several settings, and reports all problems in one exception.
 *
 * <pre>{@code
 * SettingsReader read = Settings.standard().reader();
 * Optional<URI> url = read.required("PUBLIC_URL", "an https URL", URI::create);
 * Optional<Integer> port = read.optional("PORT", "a number", Integer::valueOf);
 * read.failOnProblems();                       // after this, all required settings have a value
 * WebhookServer.start(port.orElse(8080), sms);
 * }</pre>
 *
 * <p>Not thread-safe. Use one reader per check.
 */
public final class SettingsReader {
    private final Settings settings;
    private final Set<Problem> problems = new LinkedHashSet<>();

    SettingsReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads a required setting.
     *
     * @param name the setting's name
     * @param wanted a description of a valid value, for the error message: "an https URL"
     * @param parse converts the text to a value; throws {@link IllegalArgumentException} if the text is invalid
     * @return the value; empty if it is missing or invalid, which {@link #failOnProblems()} reports
     */
    public <T> Optional<T> required(String name, String wanted, Function<String, T> parse) {
        if (settings.findWithSource(name).isEmpty()) {
            missing(name, wanted);
        }
        return optional(name, wanted, parse);
    }

    /** Reads an optional setting. A value that is present must be valid. */
    public <T> Optional<T> optional(String name, String wanted, Function<String, T> parse) {
        return settings.findWithSource(name).flatMap(found -> {
            try {
                return Optional.of(parse.apply(found.value()));
            } catch (IllegalArgumentException e) {
                problem(
                        name,
                        "(from " + found.source() + ") must be " + wanted + "; its value of "
                                + found.value().length() + " characters is invalid");
                return Optional.empty();
            }
        });
    }

    /** Reads an optional setting that has several names, for example one from an older application. */
    public <T> Optional<T> optional(List<String> names, String wanted, Function<String, T> parse) {
        return names.stream()
                .filter(name -> settings.findWithSource(name).isPresent())
                .findFirst()
                .flatMap(name -> optional(name, wanted, parse));
    }

    /** Records a missing setting that only the caller knows to be required. */
    public void missing(String name, String wanted) {
        problem(name, "is missing: " + wanted + "; looked in " + settings.sourceNames());
    }

    private void problem(String name, String message) {
        problems.add(new Problem("", 0, name, message));
    }

    /**
     * Fails if there are problems.
     *
     * @throws SettingsException if a setting is missing or invalid
     */
    public void failOnProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(new ArrayList<>(problems));
        }
    }
}
