package dev.parlance.survey.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named whole numbers that can be added: what a document adds to the sums of its shelf, or such a sum. Immutable.
 *
 * <pre>{@code
 * Tally ana = Tally.of(Map.of("people", 1L, "language/fr", 1L));
 * Tally ben = Tally.of(Map.of("people", 1L));
 * ana.plus(ben).amount("people"); // 2
 * }</pre>
 */
public final class Tally {
    /** An empty tally. */
    public static final Tally NONE = new Tally(Map.of());

    private final Map<String, Long> amounts;

    private Tally(Map<String, Long> amounts) {
        this.amounts = amounts;
    }

    /** A tally of these amounts. */
    public static Tally of(Map<String, Long> amounts) {
        Builder builder = new Builder();
        amounts.forEach(builder::add);
        return builder.build();
    }

    /** Reads the text that {@link #toText} wrote. */
    public static Tally parse(String text) {
        Builder builder = new Builder();
        text.lines().forEach(line -> {
            int end = line.lastIndexOf('=');
            builder.add(line.substring(0, end), Long.parseLong(line.substring(end + 1)));
        });
        return builder.build();
    }

    /** The amount with this name, or 0. */
    public long amount(String name) {
        return amounts.getOrDefault(name, 0L);
    }

    /** All amounts except zeros, ordered by name. */
    public Map<String, Long> amounts() {
        return amounts;
    }

    /** Whether all amounts are zero. */
    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** The sum of both tallies. */
    public Tally plus(Tally other) {
        return new Builder().add(this).add(other).build();
    }

    /** The difference: what to add to the other tally to get this one. */
    public Tally minus(Tally other) {
        Builder builder = new Builder().add(this);
        other.amounts.forEach((name, amount) -> builder.add(name, -amount));
        return builder.build();
    }

    /** One line per amount, like {@code people=1}. Equal tallies have equal texts. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        amounts.forEach(
                (name, amount) -> text.append(name).append('=').append(amount).append('\n'));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && amounts.equals(tally.amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    /** The number of amounts, but not the amounts. */
    @Override
    public String toString() {
        return "Tally[" + amounts.size() + "]";
    }

    /** Adds up amounts. Not thread-safe. */
    public static final class Builder {
        private final TreeMap<String, Long> amounts = new TreeMap<>();

        /** An empty builder. */
        public Builder() {}

        /**
         * Adds an amount.
         *
         * @param name a text without line breaks
         */
        public Builder add(String name, long amount) {
            if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("The name of an amount can't have line breaks");
            }
            amounts.merge(name, amount, Math::addExact);
            return this;
        }

        /** Adds all amounts of a tally. */
        public Builder add(Tally tally) {
            tally.amounts.forEach((name, amount) -> amounts.merge(name, amount, Math::addExact));
            return this;
        }

        /** The tally of everything added so far. */
        public Tally build() {
            TreeMap<String, Long> copy = new TreeMap<>(amounts);
            copy.values().removeIf(amount -> amount == 0);
            return new Tally(Collections.unmodifiableMap(copy));
        }
    }
}
