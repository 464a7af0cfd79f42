package dev.parlance.survey.question;

import dev.parlance.survey.reading.BoundedMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds patterns that backtrack excessively on a text that almost matches. */
final class PatternCheck {
    private static final int REPEATED = 40;

    private PatternCheck() {}

    static String warning(Pattern pattern) {
        return "is \"" + pattern.pattern()
                + "\", which takes too long to match some texts, so these count as not understood: avoid nested"
                + " repetitions, so that a text can match in only one way";
    }

    static boolean backtracks(Pattern pattern) {
        return texts(pattern.pattern()).stream().anyMatch(text -> BoundedMatch.overruns(pattern, text));
    }

    /** Long repetitions of text that the pattern might match, each with an ending that can't match. */
    private static Set<String> texts(String pattern) {
        Set<String> repeated = new LinkedHashSet<>(List.of("a", "A", "1", " ", "a ", "a,", "1,", "ab", "a1", "-", "."));
        pattern.codePoints()
                .filter(Character::isLetterOrDigit)
                .distinct()
                .limit(20)
                .forEach(c -> repeated.add(Character.toString(c)));
        Set<String> texts = new LinkedHashSet<>();
        repeated.forEach(piece -> texts.add(piece.repeat(REPEATED) + "\u0001"));
        return texts;
    }
}
