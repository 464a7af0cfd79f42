package dev.parlance.survey.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column, numbered from 0 in order of appearance. One thread adds values; others can read those that it
 * had added when they got the snapshot.
 */
final class Dictionary {
    private static final int FIRST_SIZE = 8;

    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile @Nullable String[] values = new @Nullable String[FIRST_SIZE];

    /** The number of a value, which is added if it is new. */
    int number(String value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        if (next == values.length) {
            values = Arrays.copyOf(values, 2 * next);
        }
        values[next] = value;
        numbers.put(value, next);
        return next;
    }

    boolean has(String value) {
        return numbers.containsKey(value);
    }

    int size() {
        return numbers.size();
    }

    /** All values so far. */
    List<String> all() {
        return numbers.keySet().stream().toList();
    }

    /** The value with a number. */
    String value(int number) {
        return Objects.requireNonNull(values[number]);
    }
}
