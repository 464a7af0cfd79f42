package dev.parlance.fake.twilio.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value is, as far as its form shows. A mask has the kind of the value that it replaces. */
enum Kind {
    SID("[A-Z]{2}[0-9a-fA-F]{32}"),
    PHONE("\\+[1-9]\\d{6,14}"),
    DATE("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d))?"
            + "|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d (\\+0000|GMT)"),
    EMAIL("[^@\\s/:]+@[^@\\s/]+"),
    URL("(https?|wss?)://.*"),
    /** Digits that can be a code or a short number. Two digits are neither. */
    DIGITS("\\d{3,}"),
    TEXT(".*");

    private static final Pattern CHANNEL =
            Pattern.compile("(whatsapp:|rcs:|messenger:|client:|sip:|sips:|chat:)(.+)", Pattern.DOTALL);
    private static final Pattern MASKED_TEXT = Pattern.compile("text-\\d+");
    private static final Pattern MASKED_EMAIL = Pattern.compile("person-\\d+@example\\.com");
    private static final Pattern MASKED_URL = Pattern.compile("(https?|wss?)://example\\.com/url-\\d+");
    private final Pattern form;

    Kind(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    static Kind of(String value) {
        for (Kind kind : values()) {
            if (kind.form.matcher(value).matches()) {
                return kind;
            }
        }
        return TEXT;
    }

    /** The name of the channel in front of an address, with its colon, or an empty string. */
    static String channelOf(String value) {
        Matcher channel = CHANNEL.matcher(value);
        return channel.matches() ? channel.group(1) : "";
    }

    /** Whether a value in a recording can stand for another value. */
    static boolean isMask(String recorded) {
        return switch (of(recorded)) {
            case SID, PHONE, DATE -> true;
            case EMAIL -> MASKED_EMAIL.matcher(recorded).matches();
            case URL -> MASKED_URL.matcher(recorded).matches();
            case DIGITS -> recorded.startsWith("0");
            case TEXT -> MASKED_TEXT.matcher(recorded).matches();
        };
    }

    /** Whether a mask can stand for this value. */
    static boolean fits(String mask, String value) {
        Kind kind = of(mask);
        return switch (kind) {
            case SID -> of(value) == SID && mask.startsWith(value.substring(0, 2));
            case PHONE, DATE, EMAIL, URL -> of(value) == kind;
            case DIGITS -> of(value) == DIGITS && mask.length() == value.length();
            case TEXT -> of(value) == TEXT;
        };
    }
}
