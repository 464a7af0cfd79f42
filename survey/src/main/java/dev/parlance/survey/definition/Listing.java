package dev.parlance.survey.definition;

import java.util.Collection;
import java.util.List;

/** Lists of names in the sentences of problems. */
final class Listing {
    private Listing() {}

    /** "a, b and c". */
    static String and(Collection<String> names) {
        return joined(names, " and ");
    }

    /** "a, b or c". */
    static String or(Collection<String> names) {
        return joined(names, " or ");
    }

    /** "{@code "a", "b" and "c"}". */
    static String quoted(Collection<String> names) {
        return and(names.stream().map(name -> "\"" + name + "\"").toList());
    }

    private static String joined(Collection<String> names, String last) {
        List<String> all = List.copyOf(names);
        int count = all.size();
        return count < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, count - 1)) + last + all.get(count - 1);
    }
}
