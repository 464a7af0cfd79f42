package dev.parlance.fake.twilio.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a parameter or of a field in a response.
 *
 * @param name {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code object}, {@code any} or {@code list}, or the
 *     name of a schema after an {@code @}
 * @param item the type of a list's items
 * @param limits further limits by name: {@code format}, {@code enum}, {@code sid}, {@code pattern}, {@code min}, {@code max},
 *     {@code default}; and {@code keys}, the known keys of an object
 * @param flags {@code nullable}, {@code required}
 */
public record Type(String name, Optional<Type> item, Map<String, String> limits, Set<String> flags) {
    /** Reads a type from the catalogue: {@code string sid=AC nullable}. */
    static Type of(List<String> words) {
        if (words.get(0).equals("list")) {
            Type item = of(words.subList(1, words.size()));
            return new Type("list", Optional.of(item), Map.of(), item.flags());
        }
        Map<String, String> limits = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                limits.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                flags.add(word);
            }
        }
        return new Type(words.get(0), Optional.empty(), Map.copyOf(limits), Set.copyOf(flags));
    }

    public boolean is(String otherName) {
        return name.equals(otherName);
    }

    public boolean isNullable() {
        return flags.contains("nullable");
    }

    public boolean isRequired() {
        return flags.contains("required");
    }

    public boolean isSid() {
        return limits.containsKey("sid") || flags.contains("sid");
    }

    /** The name of the schema; empty if the type is not one. */
    public Optional<String> schema() {
        return name.startsWith("@") ? Optional.of(name.substring(1)) : Optional.empty();
    }

    /** The format, or an empty string. */
    public String format() {
        return limits.getOrDefault("format", "");
    }

    public Optional<String> limit(String limit) {
        return Optional.ofNullable(limits.get(limit));
    }

    /** The allowed words; empty if there is no such limit. */
    public List<String> words() {
        return split("enum");
    }

    /** The known keys of an object of links. */
    public List<String> keys() {
        return split("keys");
    }

    /** The prefixes of a SID; empty if any prefix is valid. */
    public List<String> prefixes() {
        return split("sid");
    }

    private List<String> split(String limit) {
        return limit(limit).map(value -> Arrays.asList(value.split("\\|", -1))).orElse(List.of());
    }
}
