package dev.parlance.survey.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** How often each code or other whole number occurred. Not thread-safe. */
final class Counts {
    /** A greater number, such as the seconds of many days, is counted in a map. */
    private static final int MOST_IN_ARRAY = 1 << 22;

    private final Map<Integer, Integer> great = new HashMap<>();
    private int[] counts = new int[64];

    void add(int code, int times) {
        if (code >= MOST_IN_ARRAY) {
            great.merge(code, times, Integer::sum);
            return;
        }
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(code + 1, 2 * counts.length));
        }
        counts[code] += times;
    }

    /** Adds the codes of these rows. */
    void addAll(int[] codes, int[] rows) {
        for (int row : rows) {
            add(codes[row], 1);
        }
    }

    int of(int code) {
        return code < counts.length ? counts[code] : great.getOrDefault(code, 0);
    }

    /** Visits those that occurred, in order. */
    void forEach(IntConsumer action) {
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                action.accept(code);
            }
        }
        great.keySet().stream().sorted().forEach(action::accept);
    }

    /** The codes as numbers. */
    Numbers numbers() {
        List<Numbers.Given> given = new ArrayList<>();
        forEach(code -> given.add(new Numbers.Given(code, of(code))));
        return Numbers.of(given);
    }
}
