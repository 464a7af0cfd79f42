package dev.parlance.fake.twilio.world;

import java.util.regex.Pattern;

/** Phone numbers as people write them, which Twilio reads as numbers of North America. */
public final class PhoneNumbers {
    private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d ().-]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[ ().-]");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?([2-9]\\d{9})");

    private PhoneNumbers() {}

    /** {@code +14155550009} for {@code (415) 555-0009}, {@code 14155550009} and the like; any other address as it is. */
    public static String normalized(String address) {
        String trimmed = address.strip();
        if (!WRITTEN.matcher(trimmed).matches()) {
            return trimmed;
        }
        String digits = PUNCTUATION.matcher(trimmed).replaceAll("");
        return NORTH_AMERICAN.matcher(digits).matches()
                ? NORTH_AMERICAN.matcher(digits).replaceFirst("+1$1")
                : digits;
    }
}
