package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads phone numbers as people in a country write them: with or without calling code, trunk prefix and separators. */
public final class PhoneNumberReader {
    private static final int LONGEST = 100;
    /** What looks like a phone number within a text. */
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d\\s().\\-/\\u2010-\\u2015]{4,40}\\d");

    private static final Pattern BETWEEN = Pattern.compile("[\\s().\\-/\\u2010-\\u2015]");
    private static final Pattern TRUNK_ZERO = Pattern.compile("^((?:\\+|00)[\\d\\s]+)\\(0\\)");
    private static final Pattern PLAIN = Pattern.compile("\\d{6,14}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("[2-9]\\d{2}[2-9]\\d{6}");
    /** Prefixes that Mexico has abolished but people still write. */
    private static final Pattern OLD_MEXICAN = Pattern.compile("(?:01|044|045|1)(\\d{10})");

    private PhoneNumberReader() {}

    /**
     * Finds the number in a text and adds its calling code.
     *
     * @param country the country of a number without a calling code; if empty, such a number is returned unchanged
     */
    public static Optional<String> read(String text, Optional<CallingCode> country) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String digits = TextNormalizer.plainDigits(text);
        Matcher found = NUMBER.matcher(digits);
        if (!found.find()) {
            return Optional.empty();
        }
        String rest = digits.substring(0, found.start()) + digits.substring(found.end());
        if (rest.chars().anyMatch(c -> Character.isDigit(c) || c == '+' || c == '*' || c == '@')) {
            return Optional.empty();
        }
        String number = TRUNK_ZERO.matcher(found.group()).replaceFirst("$1");
        return number(BETWEEN.matcher(number).replaceAll(""), country);
    }

    /** Reads a number in words: "four one five". */
    public static Optional<String> spelled(String text, Words words, Optional<CallingCode> country) {
        return SpokenDigits.in(text, words).flatMap(digits -> number(digits, country));
    }

    private static Optional<String> number(String number, Optional<CallingCode> country) {
        boolean isNorthAmerican = country.isPresent() && country.get().digits().equals("1");
        if (number.startsWith("+")) {
            return international(number.substring(1));
        }
        if (number.startsWith("00")) {
            return international(number.substring(2));
        }
        if (isNorthAmerican && number.startsWith("011")) {
            return international(number.substring(3));
        }
        if (country.isEmpty()) {
            return PLAIN.matcher(number).matches() ? Optional.of(number) : Optional.empty();
        }
        return national(number, country.get());
    }

    private static Optional<String> international(String number) {
        return CallingCode.before(number)
                .flatMap(code -> valid(number.substring(code.digits().length()), code));
    }

    /** Reads a number without a plus sign. Some people write the calling code without the plus, others a leading zero instead. */
    private static Optional<String> national(String number, CallingCode country) {
        Optional<String> withCode = number.startsWith(country.digits())
                ? valid(number.substring(country.digits().length()), country)
                : Optional.empty();
        boolean isWhole = number.length() == country.most() && country.least() == country.most();
        return withCode.isPresent() && !isWhole ? withCode : valid(number, country);
    }

    private static Optional<String> valid(String national, CallingCode code) {
        for (String form : forms(national, code)) {
            if (canBe(form, code)) {
                return Optional.of("+" + code.digits() + form);
            }
        }
        return Optional.empty();
    }

    private static Set<String> forms(String national, CallingCode code) {
        List<String> forms = new ArrayList<>();
        if (national.startsWith("0") && !code.keepsZero()) {
            forms.add(national.substring(1));
        }
        if (code.digits().equals("52")) {
            Matcher old = OLD_MEXICAN.matcher(national);
            if (old.matches()) {
                forms.add(0, old.group(1));
            }
        }
        if (code.digits().equals("1") && national.startsWith("1")) {
            forms.add(national.substring(1));
        }
        if (!national.startsWith("0") || code.keepsZero()) {
            forms.add(national);
        }
        return new LinkedHashSet<>(forms);
    }

    private static boolean canBe(String national, CallingCode code) {
        if (national.length() < code.least() || national.length() > code.most()) {
            return false;
        }
        if (code.digits().equals("1") && !NORTH_AMERICAN.matcher(national).matches()) {
            return false;
        }
        return Library.IS_AVAILABLE
                ? LibPhoneNumber.isValid(code.digits(), national)
                : code.keepsZero() || !national.startsWith("0");
    }

    /** Looks for libphonenumber when the first number is read. */
    private static final class Library {
        static final boolean IS_AVAILABLE = isAvailable();

        private static boolean isAvailable() {
            try {
                Class.forName(
                        "com.google.i18n.phonenumbers.PhoneNumberUtil",
                        false,
                        PhoneNumberReader.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }
}
