package dev.parlance.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a request or a response: names in any case, values in their order. Immutable.
 *
 * <pre>{@code
 * request.headers().first("x-twilio-signature");
 * }</pre>
 */
public final class Headers {
    private static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, list) -> {
            checkName(name);
            list.forEach(value -> checkValue(name, value));
            byName.merge(name, List.copyOf(list), Headers::concatenated);
        });
        this.values = Collections.unmodifiableMap(byName);
    }

    /** No headers. */
    public static Headers none() {
        return NONE;
    }

    /**
     * Headers from names and their values.
     *
     * @throws IllegalArgumentException if a name is ill-formed or a value has a line break
     */
    public static Headers of(Map<String, List<String>> values) {
        return new Headers(values);
    }

    /** These headers and one value more. */
    public Headers and(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(values);
        more.merge(name, List.of(value), Headers::concatenated);
        return new Headers(more);
    }

    /** These headers, with this value alone under its name. */
    public Headers with(String name, String value) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(values);
        changed.put(name, List.of(value));
        return new Headers(changed);
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values of a header, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names and values, ordered by name. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    /** The names alone: values may be secret. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }

    private static List<String> concatenated(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static void checkName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == ':')) {
            throw new IllegalArgumentException("A header has an ill-formed name.");
        }
    }

    /** A line break would let a value begin a header of its own. */
    private static void checkValue(String name, String value) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("The header " + name + " has a line break in its value.");
        }
    }
}
