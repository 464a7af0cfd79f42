package dev.parlance.webhook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query or a form, in order, with repeats. Names are case-sensitive. Immutable.
 *
 * <pre>{@code
 * Parameters form = request.formParameters();
 * form.first("Body");          // Optional[hola]
 * form.all("MediaUrl");        // all values of a repeated name
 * form.entries();              // all parameters, in order
 * }</pre>
 */
public final class Parameters {
    private static final Parameters NONE = new Parameters(List.of());

    private final List<Parameter> entries;

    /** A name and a value. */
    public record Parameter(String name, String value) {
        /** The name only, because the value can be what a person wrote. */
        @Override
        public String toString() {
            return name;
        }
    }

    private Parameters(List<Parameter> entries) {
        this.entries = List.copyOf(entries);
    }

    /** No parameters. */
    public static Parameters none() {
        return NONE;
    }

    /** Parameters from names and values in turn. */
    public static Parameters of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("Names and values come in pairs; the last name has no value");
        }
        List<Parameter> entries = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entries.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Parameters(entries);
    }

    static Parameters of(List<Parameter> entries) {
        return entries.isEmpty() ? NONE : new Parameters(entries);
    }

    /** The first value with this name. */
    public Optional<String> first(String name) {
        for (Parameter entry : entries) {
            if (entry.name().equals(name)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /** The first value with this name, unless it is blank. Twilio sends many empty parameters. */
    public Optional<String> nonEmpty(String name) {
        return first(name).filter(value -> !value.isBlank());
    }

    /**
     * The first value with this name.
     *
     * @throws WebhookException if it is missing or blank: a 400 that names the parameter
     */
    public String required(String name) {
        return nonEmpty(name)
                .orElseThrow(() -> WebhookException.badRequest("The parameter \"" + name + "\" is missing."));
    }

    /** All values with this name, in order. */
    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** The names, each once, in order of first appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** All parameters, in order. */
    public List<Parameter> entries() {
        return entries;
    }

    /** These parameters, followed by others. */
    Parameters and(Parameters more) {
        if (more.entries.isEmpty()) {
            return this;
        }
        if (entries.isEmpty()) {
            return more;
        }
        List<Parameter> all = new ArrayList<>(entries);
        all.addAll(more.entries);
        return new Parameters(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The names only, because values can be what a person wrote. */
    @Override
    public String toString() {
        return entries.toString();
    }
}
