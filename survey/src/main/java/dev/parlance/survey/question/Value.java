package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was answered, the same whatever language it was answered in: {@code 4}, {@code yes}, {@code 2026-12-24}, the values of
 * the options that were chosen, or a person's own words.
 *
 * @param parts one part, or one for each option that was chosen
 */
public record Value(List<String> parts) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final int LONGEST_NUMBER = 40;

    /** Keeps the list as it is now. */
    public Value {
        parts = List.copyOf(parts);
    }

    /** A value of one part. */
    public static Value of(String part) {
        return new Value(List.of(part));
    }

    /** A number. */
    public static Value of(BigDecimal number) {
        return of(number.stripTrailingZeros().toPlainString());
    }

    /** All parts, with commas between them. */
    public String text() {
        return parts.size() == 1 ? parts.get(0) : String.join(", ", parts);
    }

    /** The number that it is. */
    public Optional<BigDecimal> number() {
        String text = text();
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** Whether one of its parts is this. */
    public boolean has(String part) {
        return parts.contains(part);
    }

    /** How many parts; never which. */
    @Override
    public String toString() {
        return "Value[" + parts.size() + "]";
    }
}
