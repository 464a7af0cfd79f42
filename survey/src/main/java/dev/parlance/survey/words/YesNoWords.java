package dev.parlance.survey.words;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads yes and no in one language: one or more words for either, with polite words around them. A word that only resembles
 * one of them counts as neither.
 */
final class YesNoWords {
    private static final int MOST_WORDS = 12;
    /** The most words in one expression, such as "I do not agree with that". */
    private static final int LONGEST = 6;

    private enum Meaning {
        YES,
        NO,
        POLITE
    }

    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

    private final Map<String, Meaning> expressions = new HashMap<>();

    YesNoWords(Set<String> yes, Set<String> no, Set<String> polite) {
        polite.forEach(word -> expressions.put(word, Meaning.POLITE));
        yes.forEach(word -> expressions.put(word, Meaning.YES));
        no.forEach(word -> expressions.put(word, Meaning.NO));
    }

    Optional<Boolean> read(String folded) {
        String[] words = folded.split(" ", -1);
        if (words.length > MOST_WORDS) {
            return Optional.empty();
        }
        Set<Meaning> found = EnumSet.noneOf(Meaning.class);
        for (int at = 0; at < words.length; ) {
            int length = longest(words, at, found);
            if (length == 0) {
                return Optional.empty();
            }
            at += length;
        }
        boolean yes = found.contains(Meaning.YES);
        return yes == found.contains(Meaning.NO) ? Optional.empty() : Optional.of(yes);
    }

    /** The number of words in the longest expression that starts here, or 0. */
    private int longest(String[] words, int from, Set<Meaning> found) {
        for (int length = Math.min(LONGEST, words.length - from); length > 0; length--) {
            String expression = String.join(" ", Arrays.asList(words).subList(from, from + length));
            Optional<Meaning> meaning = meaning(expression);
            if (meaning.isPresent()) {
                found.add(meaning.get());
                return length;
            }
        }
        return 0;
    }

    /** Finds an expression, also with repeated letters: "yesss" and "siiim" mean yes, but "nn" does not mean n. */
    private Optional<Meaning> meaning(String expression) {
        Meaning exact = expressions.get(expression);
        if (exact != null) {
            return Optional.of(exact);
        }
        String once =
                TextNormalizer.withoutRepeatedEnd(STRETCHED.matcher(expression).replaceAll("$1"));
        return once.length() < 2 ? Optional.empty() : Optional.ofNullable(expressions.get(once));
    }
}
