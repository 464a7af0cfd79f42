package dev.parlance.survey.question;

import dev.parlance.survey.reading.BoundedMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds patterns that try one way after the other on a text that almost fits, until nobody waits any more. */
final class PatternCheck {
    private static final int REPEATED = 40;

    private PatternCheck() {}

    static String warning(Pattern pattern) {
        return "is \"" + pattern.pattern()
                + "\", which takes too long for some texts, and they count as not understood: write it so that a"
                + " text can fit in one way only, without one repetition within another";
    }

    static boolean backtracks(Pattern pattern) {
        return texts(pattern.pattern()).stream().anyMatch(text -> BoundedMatch.overruns(pattern, text));
    }

    /** Repetitions of what the pattern may be made for, with an end that fits nothing. */
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
