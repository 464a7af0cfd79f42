package dev.parlance.translation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accents and lengthens a text, and puts it into brackets. */
final class PseudoText {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀćďéƒĝĥíĵķļɱñöƥɋŕšţûṽŵẋýžÁƁĆĎÉƑĜĤÍĴĶĻṀÑÖƤɊŔŠŢÛṼŴẊÝŽ";
    private static final String FILLER = " ļöŕéɱ íƥšûɱ ďöļöŕ šíţ áɱéţ";
    private static final double LONGER = 1.35;

    /** Links, addresses, and words in capitals, which can be commands. */
    private static final Pattern KEPT = Pattern.compile("https?://\\S+|\\S+@\\S+|\\b\\p{Lu}[\\p{Lu}\\p{N}]++\\b");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private PseudoText() {}

    /** A text without letters, such as {@code {key}. {label}}, stays as it is. */
    static String of(String text) {
        PromptText parts = PromptText.of(text);
        String words = parts.words();
        if (!LETTER.matcher(words).find()) {
            return text;
        }
        return "[" + parts.withWords(PseudoText::accented) + filler(words.length()) + "]";
    }

    private static String accented(String words) {
        StringBuilder result = new StringBuilder();
        Matcher kept = KEPT.matcher(words);
        int from = 0;
        while (kept.find()) {
            accent(words, from, kept.start(), result);
            result.append(kept.group());
            from = kept.end();
        }
        accent(words, from, words.length(), result);
        return result.toString();
    }

    private static void accent(String words, int from, int to, StringBuilder result) {
        for (int i = from; i < to; i++) {
            int letter = PLAIN.indexOf(words.charAt(i));
            result.append(letter < 0 ? words.charAt(i) : ACCENTED.charAt(letter));
        }
    }

    /** What is missing to the wanted length, besides the brackets. */
    private static String filler(int length) {
        int wanted = (int) Math.round(length * LONGER) - length - 2;
        return FILLER.repeat(wanted <= 0 ? 0 : wanted / FILLER.length() + 1).substring(0, Math.max(0, wanted));
    }
}
