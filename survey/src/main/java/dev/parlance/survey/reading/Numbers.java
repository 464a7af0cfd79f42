package dev.parlance.survey.reading;

import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers: in digits of any script, with the language's own comma and point, or in words. All of the text counts. */
public final class Numbers {
    private static final int LONGEST = 30;
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'«»(]+|[\\s\"'«»)!.,;।。！．]+$");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}([.,٬'\\u2019 \\u00A0\\u202F])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d*[.,٫]\\d+");
    private static final Pattern BOTH =
            Pattern.compile("[+-]?\\d{1,3}(?:([.,٬'\\u2019 \\u00A0\\u202F])\\d{3})+[.,٫]\\d+");

    private Numbers() {}

    /**
     * The number that a text is.
     *
     * @param heard whether a machine wrote down what it heard, so that words which sound alike may stand for one another
     */
    public static Optional<BigDecimal> read(String text, Words words, boolean heard) {
        if (text.length() > LONGEST * 4) {
            return Optional.empty();
        }
        String digits =
                AROUND.matcher(Folding.plainDigits(text).replace('\u2212', '-')).replaceAll("");
        Optional<BigDecimal> written = digits.length() > LONGEST ? Optional.empty() : written(digits, words);
        return written.isPresent()
                ? written
                : words.number(Folding.fold(text), heard).map(BigDecimal::valueOf);
    }

    private static Optional<BigDecimal> written(String digits, Words words) {
        if (PLAIN.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits));
        }
        char point = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
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

    /** Whether 1.234 is a little more than one, as in English with a point, and not a thousand and more. */
    private static boolean isDecimalWithThreePlaces(String digits, char point) {
        int first = digits.indexOf(point);
        return first >= 0 && first == digits.lastIndexOf(point);
    }
}
