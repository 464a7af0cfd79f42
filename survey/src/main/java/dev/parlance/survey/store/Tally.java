package dev.parlance.survey.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named whole numbers that can be added up: what a document adds to the sums of its shelf, or such a sum. Immutable.
 *
 * <pre>{@code
 * Tally ana = Tally.of(Map.of("people", 1L, "language/fr", 1L));
 * ana.plus(ben).amount("people"); // 2
 * }</pre>
 */
public final class Tally {
    /** Adds nothing. */
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

    /** A tally that {@link #toText} wrote. */
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

    /** All amounts but zeros, in the order of their names. */
    public Map<String, Long> amounts() {
        return amounts;
    }

    /** Whether it adds nothing. */
    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Builder().add(this).add(other).build();
    }

    /** What has to be added to the other to get this one. */
    public Tally minus(Tally other) {
        Builder builder = new Builder().add(this);
        other.amounts.forEach((name, amount) -> builder.add(name, -amount));
        return builder.build();
    }

    /** A line for each amount, {@code people=1}: the same text for equal tallies. */
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

    /** How many amounts there are; never which. */
    @Override
    public String toString() {
        return "Tally[" + amounts.size() + "]";
    }

    /** Adds up amounts, one after the other. Not safe for use by several threads. */
    public static final class Builder {
        private final TreeMap<String, Long> amounts = new TreeMap<>();

        /** Nothing so far. */
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

        /** What was added so far. */
        public Tally build() {
            TreeMap<String, Long> copy = new TreeMap<>(amounts);
            copy.values().removeIf(amount -> amount == 0);
            return new Tally(Collections.unmodifiableMap(copy));
        }
    }
}
