package dev.parlance.fake.twilio.world;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the digits of a phone number say about it.
 *
 * @param number the number with its calling code: {@code +14155550009}
 * @param callingCode the calling code without a plus sign; empty if it is unknown
 * @param country the ISO code of the country; empty if it is unknown
 * @param national the number without its calling code
 * @param problem why the number is invalid, in Twilio's words: {@code TOO_SHORT} …
 */
public record NumberDetails(
        String number, String callingCode, String country, String national, Optional<String> problem) {
    private static final Pattern PUNCTUATION = Pattern.compile("[ ().-]");
    private static final Pattern DIGITS = Pattern.compile("\\+\\d{1,17}");

    /** Reads a number with its calling code. */
    public static NumberDetails of(String number) {
        return of(number, "US");
    }

    /** Reads a number, as it is written in this country if it has no calling code. */
    public static NumberDetails of(String written, String country) {
        String plain = PUNCTUATION.matcher(written.strip()).replaceAll("");
        String number = plain.startsWith("+") ? plain : "+" + complete(plain, country);
        if (!DIGITS.matcher(number).matches()) {
            return new NumberDetails(number, "", "", plain, Optional.of("NOT_A_NUMBER"));
        }
        String actual = Countries.of(number);
        if (actual.isEmpty()) {
            return new NumberDetails(number, "", "", number.substring(1), Optional.of("INVALID_COUNTRY_CODE"));
        }
        String code = Countries.callingCode(actual);
        String national = number.substring(1 + code.length());
        return new NumberDetails(number, code, actual, national, problem(NumberPlan.of(actual), national));
    }

    /** The calling code of a country, without a plus sign; empty for an unknown country. */
    public static String callingCode(String country) {
        return Countries.callingCode(country);
    }

    private static String complete(String plain, String country) {
        String code = Countries.callingCode(country);
        String prefix = NumberPlan.of(country).prefix();
        boolean hasPrefix = !prefix.isEmpty() && plain.startsWith(prefix);
        return code + (hasPrefix ? plain.substring(prefix.length()) : plain);
    }

    private static Optional<String> problem(NumberPlan plan, String national) {
        if (national.length() < plan.shortest()) {
            return Optional.of("TOO_SHORT");
        }
        if (national.length() > plan.longest()) {
            return Optional.of("TOO_LONG");
        }
        return plan.canExist(national) ? Optional.empty() : Optional.of("INVALID_BUT_POSSIBLE");
    }

    public boolean isValid() {
        return problem.isEmpty();
    }

    /** The number as it is written in its country: {@code (415) 555-0009}. */
    public String nationalFormat() {
        return country.isEmpty() ? national : NumberPlan.of(country).format(national);
    }

    /** Twilio's default name for this number: {@code (415) 555-0009} in North America, otherwise the number. */
    public String friendlyName() {
        return callingCode.equals("1") && isValid() ? nationalFormat() : number;
    }

    /** The area code of a number in North America, or empty. */
    public String areaCode() {
        return callingCode.equals("1") && national.length() > 3 ? national.substring(0, 3) : "";
    }

    /** Whether this is a toll-free number of North America. */
    public boolean isTollFree() {
        return areaCode().matches("8(?:00|88|77|66|55|44|33)");
    }
}
