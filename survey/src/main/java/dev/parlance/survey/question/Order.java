package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values can be compared: which of two numbers is greater, which of two days is later. */
public enum Order {
    /** Numbers. */
    NUMBERS("numbers"),
    /** Days, such as {@code 2026-12-24}. */
    DATES("dates"),
    /** Months, such as {@code 2026-12}. */
    MONTHS("months"),
    /** Times of day, such as {@code 14:30}. */
    TIMES("times"),
    /** Values that have no order, such as words and options. */
    NONE("words");

    private static final int MOST_DIGITS = 40;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

    private final String noun;

    Order(String noun) {
        this.noun = noun;
    }

    /** The order of values that look like this one. */
    public static Order of(String value) {
        if (isNumber(value)) {
            return NUMBERS;
        }
        if (DATE.matcher(value).matches()) {
            return DATES;
        }
        if (MONTH.matcher(value).matches()) {
            return MONTHS;
        }
        return TIME.matcher(value).matches() ? TIMES : NONE;
    }

    /** Whether this is a number such as -1.5. Conditions compare numbers at each turn, so this takes no regular expression. */
    private static boolean isNumber(String value) {
        int digits = 0;
        int point = -1;
        int start = !value.isEmpty() && (value.charAt(0) == '-' || value.charAt(0) == '+') ? 1 : 0;
        for (int i = start; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (sign == '.' && point < 0 && digits > 0) {
                point = i;
            } else if (sign >= '0' && sign <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && digits <= MOST_DIGITS && point != value.length() - 1;
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
