package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values can be compared: which of two numbers is greater, which of two days is later. */
public enum Order {
    /** Numbers. */
    NUMBERS("numbers", "[+-]?\\d{1,40}(\\.\\d{1,40})?"),
    /** Days, such as {@code 2026-12-24}. */
    DATES("dates", "\\d{4}-\\d{2}-\\d{2}"),
    /** Months, such as {@code 2026-12}. */
    MONTHS("months", "\\d{4}-\\d{2}"),
    /** Times of day, such as {@code 14:30}. */
    TIMES("times", "\\d{2}:\\d{2}"),
    /** Values that have no order, such as words and options. */
    NONE("words", "(?s).*");

    private final String noun;
    private final Pattern form;

    Order(String noun, String form) {
        this.noun = noun;
        this.form = Pattern.compile(form);
    }

    /** The order of values that look like this one. */
    public static Order of(String value) {
        return Arrays.stream(values())
                .filter(order -> order.form.matcher(value).matches())
                .findFirst()
                .orElse(NONE);
    }

    /** Compares two values; empty if they have no common order. */
    static Optional<Integer> compare(String first, String second) {
        Order order = of(first);
        if (order == NONE || order != of(second)) {
            return Optional.empty();
        }
        return Optional.of(
                order == NUMBERS ? new BigDecimal(first).compareTo(new BigDecimal(second)) : first.compareTo(second));
    }

    /** What such values are, such as "dates". */
    @Override
    public String toString() {
        return noun;
    }
}
