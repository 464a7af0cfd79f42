package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of an answer, independent of language: {@code 4}, {@code yes}, {@code 2026-12-24}, the values of the chosen options,
 * or free text.
 *
 * @param parts one part, or one for each chosen option
 * @param specified the respondent's own words for a chosen option such as "other"
 * @param isRefusal whether it tells nothing about what was asked, such as "don't know"; such an answer is never a number
 */
public record Value(List<String> parts, Optional<String> specified, boolean isRefusal) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final int LONGEST_NUMBER = 40;

    /** Copies the list. */
    public Value {
        parts = List.copyOf(parts);
    }

    /** A value with these parts. */
    public Value(List<String> parts) {
        this(parts, Optional.empty(), false);
    }

    /** A value with one part. */
    public static Value of(String part) {
        return new Value(List.of(part));
    }

    /** A number as a value. */
    public static Value of(BigDecimal number) {
        return of(number.stripTrailingZeros().toPlainString());
    }

    /** All parts, separated by commas. */
    public String text() {
        return parts.size() == 1 ? parts.get(0) : String.join(", ", parts);
    }

    /** The value as a number; empty if it is not a number. */
    public Optional<BigDecimal> number() {
        String text = text();
        return !isRefusal
                        && text.length() <= LONGEST_NUMBER
                        && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    Value asRefusal() {
        return new Value(parts, specified, true);
    }

    /** Returns a copy with the respondent's own words for a chosen option such as "other". */
    public Value withSpecified(String words) {
        return new Value(parts, Optional.of(words), isRefusal);
    }

    /** Returns a copy with another part at the end. */
    Value and(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new Value(more, specified, isRefusal);
    }

    /** The value that consists of one of the parts. */
    public Value part(int index) {
        return new Value(List.of(parts.get(index)), specified, isRefusal);
    }

    /** Whether this is one of the parts. */
    public boolean has(String part) {
        return parts.contains(part);
    }

    /** The number of parts, never the parts. */
    @Override
    public String toString() {
        return "Value[" + parts.size() + "]";
    }
}
