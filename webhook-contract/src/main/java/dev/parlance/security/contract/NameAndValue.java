package dev.parlance.security.contract;

import java.util.Comparator;

/** A parameter. Sorted by name, then by value. */
record NameAndValue(String name, String value) implements Comparable<NameAndValue> {
    private static final Comparator<NameAndValue> ORDER =
            Comparator.comparing(NameAndValue::name).thenComparing(NameAndValue::value);

    @Override
    public int compareTo(NameAndValue other) {
        return ORDER.compare(this, other);
    }
}
