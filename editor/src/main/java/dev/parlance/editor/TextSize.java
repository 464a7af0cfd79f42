package dev.parlance.editor;

import dev.parlance.prompt.SmsText;
import java.util.List;

/**
 * What a text takes: as a message, and in time on a call. A placeholder counts with the length of its name, as its value is not
 * known.
 *
 * @param segments the messages that it is billed as
 * @param units its length, of which a message has a limited number
 * @param isUcs2 whether it needs UCS-2, with 70 characters a message instead of 160
 * @param forcing the characters that need UCS-2
 * @param seconds about how long it takes to say
 */
record TextSize(int segments, int units, boolean isUcs2, List<String> forcing, double seconds) {
    private static final double LETTERS_A_SECOND = 15;
    private static final double SYLLABLES_A_SECOND = 5;
    private static final double PAUSE_SECONDS = 0.4;
    private static final String PAUSES = ".!?;:…。！？；؟؛।";

    static TextSize of(String text) {
        SmsText sms = SmsText.of(text);
        return new TextSize(
                sms.segments(),
                sms.units(),
                sms.encoding() == SmsText.Encoding.UCS_2,
                sms.forcingUcs2(),
                Math.round(seconds(text) * 10) / 10.0);
    }

    /** About 150 words a minute; in Chinese, Japanese and Korean about 300 characters. */
    private static double seconds(String text) {
        return text.codePoints().mapToDouble(TextSize::seconds).sum();
    }

    private static double seconds(int c) {
        if (PAUSES.indexOf(c) >= 0) {
            return PAUSE_SECONDS;
        }
        boolean isSyllable = switch (Character.UnicodeScript.of(c)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
        boolean isSilent = Character.getType(c) == Character.NON_SPACING_MARK;
        return isSyllable ? 1 / SYLLABLES_A_SECOND : isSilent ? 0 : 1 / LETTERS_A_SECOND;
    }
}
