package dev.parlance.fake.twilio.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Invented values in place of real ones: the same value has the same mask within a recording. A mask has the form of its value,
 * so that a client can read it.
 */
final class Masks {
    /** Phone numbers, SIDs, e-mail addresses and URLs within a text, and other runs of digits and of letters with digits. */
    private static final Pattern INSIDE =
            Pattern.compile("(?:https?|wss?)://\\S+|[^@\\s]+@[^@\\s]+|\\+[1-9]\\d{6,14}|[A-Z]{2}[0-9a-fA-F]{32}"
                    + "|[\\w.-]*\\d[\\w.-]*\\d[\\w.-]*\\d[\\w.-]*|[\\w-]{20,}|\\d[\\d ().-]{5,}\\d");

    private static final Pattern COUNTRY_OF_TWO_DIGITS =
            Pattern.compile("(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])\\d+");

    private final Map<String, String> masks = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The mask of a value. Dates and empty values are their own. */
    synchronized String of(String value) {
        String channel = Kind.channelOf(value);
        String address = value.substring(channel.length());
        return channel + (address.isEmpty() ? "" : ofAddress(address));
    }

    /** A text in which everything that looks like an address, a SID, a code or a token is masked. */
    synchronized String inside(String text) {
        return INSIDE.matcher(text).replaceAll(found -> of(found.group()));
    }

    private String ofAddress(String value) {
        return switch (Kind.of(value)) {
            case SID -> sid(value);
            case PHONE -> phone(value);
            case DATE -> value;
            case EMAIL -> mask(value, "person", "person-%d@example.com", 1);
            case URL -> url(value);
            case DIGITS -> mask(value, "digits " + value.length(), "%0" + value.length() + "d", 1);
            case TEXT -> text(value);
        };
    }

    /** The mask of a text, whatever it looks like. */
    synchronized String text(String value) {
        return mask(value, "text", "text-%d", 1);
    }

    private String sid(String sid) {
        String prefix = sid.substring(0, 2);
        return mask(sid, prefix, prefix + "%032d", prefix.equals("AC") ? 0 : 1);
    }

    /**
     * A number of the same country and length. North American numbers keep their area code, which tells the country; all others
     * keep the first digit after the country code, which tells mobile numbers from others in many countries.
     */
    private String phone(String number) {
        String digits = number.substring(1);
        if (digits.startsWith("1") && digits.length() == 11) {
            String area = "+" + digits.substring(0, 4);
            return mask(number, area, area + "%07d", 5_550_100);
        }
        String kept = "+" + digits.substring(0, countryLength(digits) + 1);
        int rest = number.length() - kept.length();
        return mask(number, kept + " " + rest, kept + "%0" + rest + "d", 1);
    }

    private static int countryLength(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return 1;
        }
        return COUNTRY_OF_TWO_DIGITS.matcher(digits).matches() ? 2 : 3;
    }

    private String url(String url) {
        String scheme = url.substring(0, url.indexOf(':'));
        return mask(url, "url", scheme + "://example.com/url-%d", 1);
    }

    private String mask(String value, String series, String format, int first) {
        String known = masks.get(value);
        if (known != null) {
            return known;
        }
        String mask = String.format(Locale.ROOT, format, first - 1 + counts.merge(series, 1, Integer::sum));
        while (mask.equals(value) || !used.add(mask)) {
            mask = String.format(Locale.ROOT, format, first - 1 + counts.merge(series, 1, Integer::sum));
        }
        masks.put(value, mask);
        return mask;
    }
}
