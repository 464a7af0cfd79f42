package dev.parlance.survey.machine;

import dev.parlance.survey.words.TextNormalizer;
import java.util.regex.Pattern;

/**
 * The form in which a reply that was not understood is kept: in lower case, cut to 100 characters, with a {@code #} in place of
 * each long number, e-mail address, link and {@code @name}. It is read like the reply itself: signs that matter stay.
 */
final class ReplyForm {
    static final int MAX_LENGTH = 100;
    /** A longer reply is cut before it is searched, so that no reply takes long. */
    private static final int MAX_SEARCHED = 1_000;

    private static final Pattern ACCOUNT_OR_LINK = Pattern.compile("(?<!\\S)\\S*(?:@|://|www\\.)\\S*");
    /** {@code shop.example}, but not "2.bus". */
    private static final Pattern HOST =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?!\\d+\\.)(?:[\\p{L}\\p{N}-]++\\.)+\\p{L}{2,}\\S*");
    /** Anything but letters, digits, pictures, punctuation, and the signs that can change a reading. */
    private static final Pattern MEANINGLESS =
            Pattern.compile("(?:[^\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sc}\\p{Pd}\\p{Po}+<>~\\u2044\\u2212]|\")+");
    /** Four digits and more, also in groups: phone numbers, dates, amounts. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[^\\p{L}\\d]{0,2}\\d){3,}");
    /** Punctuation at the ends. Only a number keeps its sign, so that no reply is a formula in a spreadsheet. */
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[\\p{Po}\\p{Pd}+\\u2212 &&[^#?]]*(?=[.+\\u2212-]\\d+$)"
            + "|^[\\p{Po}\\p{Pd}+\\u2212 &&[^#?]]+|[\\p{Po}\\p{Pd} &&[^#?\\u061F%]]+$");

    private ReplyForm() {}

    static String of(String reply) {
        String text = TextNormalizer.lower(TextNormalizer.plainDigits(cut(reply, MAX_SEARCHED)));
        String withoutLinks = replaced(HOST, replaced(ACCOUNT_OR_LINK, text, "#"), "#");
        String plain = replaced(MEANINGLESS, withoutLinks, " ").strip();
        String masked = replaced(LONG_NUMBER, plain, "#");
        return cut(replaced(AT_THE_ENDS, masked, ""), MAX_LENGTH).strip();
    }

    private static String replaced(Pattern pattern, String text, String by) {
        return pattern.matcher(text).replaceAll(by);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
