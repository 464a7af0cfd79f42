package dev.parlance.survey.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes what does not matter when texts are compared: case, accents, width, punctuation, the script of digits. */
public final class TextNormalizer {
    /** Scripts in which people often omit marks on letters. In other scripts, a mark is a vowel. */
    private static final Set<UnicodeScript> MARKS_MAY_BE_LEFT_OUT = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW);

    /** Marks that are not on a letter, such as those that turn a digit into a keycap. */
    private static final Pattern NOT_ON_A_LETTER = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{M}+");

    private static final int TATWEEL = 0x640;
    /** The dot below a Devanagari letter, which many people leave out: "हज़ार" is also written "हजार". */
    private static final int NUKTA = 0x93C;
    /** Two Devanagari marks for a nasal vowel, which many people use interchangeably: "हाँ" is also written "हां". */
    private static final int CHANDRABINDU = 0x901;

    private static final int ANUSVARA = 0x902;
    /** A sign, not a letter, in years such as 二〇二六. */
    private static final int CHINESE_ZERO = 0x3007;

    private static final int LONGEST_WORD = 120;
    private static final Pattern LAST_REPEATED = Pattern.compile("(\\p{L})\\1+$");

    private TextNormalizer() {}

    /** Removes the repetition of a word's last letter: {@code yesss} becomes {@code yes}. */
    public static String withoutRepeatedEnd(String word) {
        return word.length() > LONGEST_WORD ? word : LAST_REPEATED.matcher(word).replaceAll("$1");
    }

    /** Returns the text in lower case, without accents and punctuation, with one blank between words. */
    public static String normalize(String text) {
        String apart = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        UnicodeScript script = UnicodeScript.COMMON;
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c)) {
                boolean matters = !MARKS_MAY_BE_LEFT_OUT.contains(script) && script != UnicodeScript.COMMON;
                if (matters && c != NUKTA) {
                    folded.appendCodePoint(c == CHANDRABINDU ? ANUSVARA : c);
                }
            } else if (Character.isLetter(c) || c == CHINESE_ZERO) {
                script = UnicodeScript.of(c);
                append(folded, letter(Character.toLowerCase(c)));
            } else if (Character.isDigit(c)) {
                folded.append((char) ('0' + Character.digit(c, 10)));
            } else if (!isInvisible(c) && folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        String result = folded.toString().strip();
        return isPlain(result) ? result : Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    /** Replaces the digits of any script by 0 to 9, and full-width characters by narrow ones. */
    public static String plainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        NOT_ON_A_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(c -> {
                    if (Character.isDigit(c)) {
                        plain.append((char) ('0' + Character.digit(c, 10)));
                    } else {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString();
    }

    /** Returns the text in lower case, independent of the locale. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Characters that don't separate words: apostrophes, soft hyphens, joiners, direction marks. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == '\'' || c == 0x2019 || c == TATWEEL;
    }

    /** Appends a letter, or the two letters that people type if their keyboard lacks it. */
    private static void append(StringBuilder folded, int letter) {
        switch (letter) {
            case 0xDF -> folded.append("ss");
            case 0xE6 -> folded.append("ae");
            case 0x153 -> folded.append("oe");
            default -> folded.appendCodePoint(letter);
        }
    }

    /** Unifies letters that people use interchangeably. */
    private static int letter(int c) {
        return switch (c) {
            case 0x649, 0x6CC -> 0x64A; // alef maqsura and the Persian yeh become yeh
            case 0x629 -> 0x647; // teh marbuta becomes heh
            case 0x6A9 -> 0x643; // the Persian kaf becomes kaf
            case CHINESE_ZERO -> 0x96F6; // the character for zero
            case 0x131 -> 'i';
            case 0x142 -> 'l';
            case 0xF8 -> 'o';
            default -> c;
        };
    }
}
