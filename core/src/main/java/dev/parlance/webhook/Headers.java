package dev.parlance.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a request or a response. Names ignore case; values keep their order. Immutable.
 *
 * <pre>{@code
 * request.headers().first("x-twilio-signature");
 * }</pre>
 */
public final class Headers {
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** No headers. */
    public static Headers none() {
        return NONE;
    }

    /**
     * Headers from names and their values.
     *
     * @throws IllegalArgumentException if a name is malformed or a value has a line break
     */
    public static Headers of(Map<String, List<String>> values) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, list) -> {
            checkName(name);
            list.forEach(value -> checkValue(name, value));
            byName.merge(name, List.copyOf(list), Headers::concatenated);
        });
        return new Headers(byName);
    }

    /** A copy with an additional value. */
    public Headers withAdded(String name, String value) {
        checkName(name);
        checkValue(name, value);
        Map<String, List<String>> more = copy();
        more.merge(name, List.of(value), Headers::concatenated);
        return new Headers(more);
    }

    /** A copy in which this is the only value of the header. */
    public Headers with(String name, String value) {
        checkName(name);
        checkValue(name, value);
        Map<String, List<String>> changed = copy();
        changed.put(name, List.of(value));
        return new Headers(changed);
    }

    private Map<String, List<String>> copy() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        return copy;
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names and values, ordered by name. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    /** The names only, because values can be secret. */
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
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of a header is empty.");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == ':') {
                throw new IllegalArgumentException("The name of a header is malformed.");
            }
        }
    }

    /** A line break in a value would start another header. */
    private static void checkValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("The header " + name + " has a line break in its value.");
            }
        }
    }
}
