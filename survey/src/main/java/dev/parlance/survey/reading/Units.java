package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The smallest parts of a text that can be an expression: words, and single characters in scripts that put no blanks between
 * words. An apostrophe or a hyphen separates units, as in "l'autobus".
 */
final class Units {
    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Units() {}

    /** The units of a text, normalized. */
    static List<String> of(String text) {
        List<String> units = new ArrayList<>();
        for (String word : text.split("[\\s'\\u2019\\-\\u2010\\u2011_/]+", -1)) {
            for (String part : TextNormalizer.normalize(word).split(" ", -1)) {
                addUnits(part, units);
            }
        }
        return units;
    }

    private static void addUnits(String word, List<String> units) {
        StringBuilder current = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (WITHOUT_BLANKS.contains(UnicodeScript.of(c))) {
                flush(current, units);
                units.add(Character.toString(c));
            } else {
                current.appendCodePoint(c);
            }
        });
        flush(current, units);
    }

    private static void flush(StringBuilder current, List<String> units) {
        if (!current.isEmpty()) {
            units.add(current.toString());
            current.setLength(0);
        }
    }

    /** The units of an expression, joined by blanks: the key under which it is found. */
    static String key(String phrase) {
        return String.join(" ", of(phrase));
    }

    static int count(String key) {
        return (int) key.chars().filter(c -> c == ' ').count() + 1;
    }
}
