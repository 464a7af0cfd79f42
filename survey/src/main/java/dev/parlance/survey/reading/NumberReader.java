package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers: digits of any script, with the language's separators, or words. The whole text must be a number. */
public final class NumberReader {
    private static final int LONGEST = 30;
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'«»(]+|[\\s\"'«»)!.,;।。！．]+$");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+");
    private static final Pattern GROUPED = Pattern.compile(
            "[+-]?(?:\\d{1,3}([.,٬'\\u2019 \\u00A0\\u202F])\\d{3}(?:\\1\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3})");
    private static final Pattern BLANK = Pattern.compile("[ \\u00A0\\u202F]");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d*[.,٫]\\d+");
    private static final Pattern BOTH =
            Pattern.compile("[+-]?\\d{1,3}(?:([.,٬'\\u2019 \\u00A0\\u202F])\\d{3})+[.,٫]\\d+");

    private NumberReader() {}

    /** Reads a text as a number. Words that only sound like one are not read. */
    public static Optional<BigDecimal> read(String text, Words words) {
        if (text.length() > LONGEST * 4) {
            return Optional.empty();
        }
        String digits = AROUND.matcher(TextNormalizer.plainDigits(text).replace('\u2212', '-'))
                .replaceAll("");
        Optional<BigDecimal> written = digits.length() > LONGEST ? Optional.empty() : written(digits, words);
        return written.isPresent()
                ? written
                : words.number(TextNormalizer.normalize(text), false).map(BigDecimal::valueOf);
    }

    /** Reads a number in digits that is part of a longer text. */
    static Optional<BigDecimal> digits(String digits, Words words) {
        return digits.length() > LONGEST ? Optional.empty() : written(digits, words);
    }

    private static Optional<BigDecimal> written(String digits, Words words) {
        if (PLAIN.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits));
        }
        char point = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
        if (isGroupedByBlanks(digits) && !groupsByBlanks(words)) {
            return Optional.empty();
        }
        if (GROUPED.matcher(digits).matches() && !isDecimalWithThreePlaces(digits, point)) {
            return Optional.of(new BigDecimal(digits.replaceAll("[^\\d+-]", "")));
        }
        if (DECIMAL.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replaceAll("[,٫]", ".")));
        }
        if (BOTH.matcher(digits).matches()) {
            int last = Math.max(digits.lastIndexOf('.'), Math.max(digits.lastIndexOf(','), digits.lastIndexOf('٫')));
            String whole = digits.substring(0, last).replaceAll("[^\\d+-]", "");
            return Optional.of(new BigDecimal(whole + "." + digits.substring(last + 1)));
        }
        return Optional.empty();
    }

    private static boolean isGroupedByBlanks(String digits) {
        return BLANK.matcher(digits).find();
    }

    /** Whether the language writes 1 234; elsewhere, a blank may separate two numbers. */
    static boolean groupsByBlanks(Words words) {
        char group = DecimalFormatSymbols.getInstance(words.locale()).getGroupingSeparator();
        return BLANK.matcher(String.valueOf(group)).find();
    }

    /** Whether 1.234 means little more than one, as in English, instead of more than a thousand. */
    private static boolean isDecimalWithThreePlaces(String digits, char point) {
        int first = digits.indexOf(point);
        return first >= 0 && first == digits.lastIndexOf(point);
    }
}
