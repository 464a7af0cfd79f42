package dev.parlance.survey.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes comma-separated values. Turns anything that a spreadsheet would read as a formula into text. */
public final class CsvCell {
    /** Characters at which a program with another separator than the comma would split a row, even inside quotes. */
    private static final String SPLIT = ";|\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029";
    /** Invisible characters that programs may skip: blanks, byte order marks, fillers. */
    private static final String INVISIBLE = "\\p{C}\\p{Z}\\p{Mn}\\u115F\\u1160\\u3164\\uFFA0\\u2800";
    /** The signs that start a formula, including full-width and small variants, which some programs accept too. */
    private static final String SIGN = "=+@\\-\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    private static final String NUMBER = "[+-]?\\d++(?:\\.\\d++)?+\\z";

    /** A text that starts with a formula. A number may start with a sign. */
    private static final Pattern FORMULA =
            Pattern.compile("\\A(?!" + NUMBER + ")(?=[\\t\\r]|[" + INVISIBLE + "]*+[" + SIGN + "])");
    /** A formula after a possible split, even behind quotes, which would then count as the quotes of a cell. */
    private static final Pattern SPLIT_OFF_FORMULA =
            Pattern.compile("([" + SPLIT + "])(?=[\"" + INVISIBLE + "&&[^" + SPLIT + "]]*+[" + SIGN + "])");

    private static final Pattern QUOTED =
            Pattern.compile("[,\"" + SPLIT + "]|^[" + INVISIBLE + "]|[" + INVISIBLE + "]\\z");

    private CsvCell() {}

    /** A row of these cells. */
    public static String row(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(","));
    }

    /** A cell with this text. */
    public static String of(String text) {
        String started = FORMULA.matcher(text).replaceFirst("'");
        String safe = SPLIT_OFF_FORMULA.matcher(started).replaceAll("$1'");
        return QUOTED.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
