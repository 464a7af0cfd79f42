package dev.parlance.translation;

import java.util.regex.Pattern;

/** Makes text that a spreadsheet would run as a formula plain text with an apostrophe, and back. */
final class DisarmedCell {
    /** Characters at which a program with another separator than the comma would split a row, even inside quotes. */
    private static final String SPLIT = ";|\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029";
    /** A sign that starts a formula, after blanks and other invisible characters, and after apostrophes. */
    private static final String FORMULA = "'*+[\"\\p{C}\\p{Z}\\p{Mn}\\u115F\\u1160\\u3164\\uFFA0\\u2800&&[^" + SPLIT
            + "]]*+[=+@\\-\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]";

    private static final Pattern ARMED = Pattern.compile("(\\A|[" + SPLIT + "])(?=" + FORMULA + ")");
    private static final Pattern DISARMED = Pattern.compile("(\\A|[" + SPLIT + "])'(?=" + FORMULA + ")");

    private DisarmedCell() {}

    static String of(String text) {
        return ARMED.matcher(text).replaceAll("$1'");
    }

    static String original(String cell) {
        return DISARMED.matcher(cell).replaceAll("$1");
    }
}
