package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Corrects small typing errors. A typo is accepted at once only if it can hardly be anything else; otherwise the respondent is
 * asked. A difference that could reverse the meaning never counts as a typo: a negating prefix, or another word of the language.
 */
public final class FuzzyLookup {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int LONGEST_PHRASE = 120;
    private static final int MOST_WORDS = 12;
    /** From this length, two letters may be wrong. */
    private static final int LONG = 7;
    /** From this length, any single wrong letter is a clear typo. */
    private static final int VERY_LONG = 8;
    /** From this length, two swapped letters or a wrongly doubled one are a clear typo. */
    private static final int LONG_ENOUGH_TO_SWAP = 5;

    private final Words words;

    private FuzzyLookup(Words words) {
        this.words = words;
    }

    /** Finds the value of a folded word or phrase, or of the one closest to it. */
    public static <T> Guess<T> find(String written, Map<String, T> values, Words words) {
        T exact = values.get(written);
        if (exact != null) {
            return Guess.sure(exact).because("\"" + written + "\" exactly");
        }
        if (written.length() > LONGEST_PHRASE || words.commonWords().contains(written)) {
            return Guess.none();
        }
        T withoutRepeats = values.get(TextNormalizer.withoutRepeatedEnd(written));
        if (withoutRepeats != null) {
            return Guess.sure(withoutRepeats).because("\"" + written + "\" with a repeated last letter");
        }
        return new FuzzyLookup(words).closest(written, values);
    }

    private <T> Guess<T> closest(String written, Map<String, T> values) {
        Set<T> close = new HashSet<>();
        String meant = "";
        boolean isSure = true;
        for (Map.Entry<String, T> entry : values.entrySet()) {
            Optional<Boolean> typo = typo(written, entry.getKey());
            if (typo.isPresent()) {
                close.add(entry.getValue());
                meant = entry.getKey();
                isSure &= typo.get();
            }
        }
        if (close.size() != 1) {
            return Guess.none();
        }
        T only = close.iterator().next();
        String why = "\"" + written + "\" as a typo of \"" + meant + "\"";
        return (isSure ? Guess.sure(only) : Guess.perhaps(List.of(only))).because(why);
    }

    /** Empty if the phrase is not a typo of the other; otherwise whether it is a clear typo. */
    private Optional<Boolean> typo(String written, String meant) {
        String[] writtenWords = written.split(" ", -1);
        String[] meantWords = meant.split(" ", -1);
        if (writtenWords.length > MOST_WORDS) {
            return Optional.empty();
        }
        if (writtenWords.length != meantWords.length) {
            return writtenApart(writtenWords, meantWords, meant);
        }
        int wrong = 0;
        boolean isClear = true;
        for (int i = 0; i < writtenWords.length; i++) {
            if (writtenWords[i].equals(meantWords[i])) {
                continue;
            }
            int letters = wrongLetters(writtenWords[i], meantWords[i]);
            if (letters == 0) {
                return Optional.empty();
            }
            wrong += letters;
            isClear &= letters == 1 && isClearTypo(writtenWords[i], meantWords[i]);
        }
        return wrong <= 2 ? Optional.of(isClear && wrong == 1) : Optional.empty();
    }

    /** "Head ache", "icecream". */
    private Optional<Boolean> writtenApart(String[] writtenWords, String[] meantWords, String meant) {
        boolean isNegated = false;
        for (String word : writtenWords) {
            isNegated |= words.list("negations").contains(word)
                    && !List.of(meantWords).contains(word);
        }
        boolean same = !isNegated && String.join("", writtenWords).equals(meant.replace(" ", ""));
        return same ? Optional.of(true) : Optional.empty();
    }

    /** The number of wrong letters if a word is a typo of the other; 0 if it is a different word. */
    private int wrongLetters(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        int longer = Math.max(written.length(), meant.length());
        if (shorter < SHORTEST || longer > LONGEST || !isSpelled(written) || !isSpelled(meant)) {
            return 0;
        }
        int allowed = shorter >= LONG ? 2 : 1;
        int letters = distance(written, meant, allowed);
        boolean isTypo = letters <= allowed && !words.commonWords().contains(written) && !isNegation(written, meant);
        return isTypo ? letters : 0;
    }

    /** Whether a word can have typos at all: not if it has digits, and not in Chinese, where each character is a word. */
    private static boolean isSpelled(String word) {
        return word.codePoints().noneMatch(c -> Character.isDigit(c) || UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    /** Whether one of two words is the other with a negating prefix. */
    private boolean isNegation(String a, String b) {
        for (String prefix : words.list("negations")) {
            if (a.startsWith(prefix) != b.startsWith(prefix)) {
                String negated = a.startsWith(prefix) ? a : b;
                String other = a.startsWith(prefix) ? b : a;
                if (distance(negated.substring(prefix.length()), other, 1) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isClearTypo(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        boolean isClear = written.charAt(0) == meant.charAt(0)
                && (shorter >= VERY_LONG
                        || (shorter >= LONG_ENOUGH_TO_SWAP
                                && (isSwap(written, meant)
                                        || withoutDoubles(written).equals(withoutDoubles(meant)))));
        return isClear && words.commonWords().stream().noneMatch(common -> distance(written, common, 1) <= 1);
    }

    private static boolean isSwap(String a, String b) {
        char[] first = a.toCharArray();
        char[] second = b.toCharArray();
        Arrays.sort(first);
        Arrays.sort(second);
        return Arrays.equals(first, second);
    }

    private static String withoutDoubles(String word) {
        return word.replaceAll("(.)\\1", "$1");
    }

    /**
     * The edit distance: how many letters to change, add, remove or swap to turn one word into the other.
     *
     * @param most the limit; a greater distance is returned as {@code most + 1}
     */
    static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            beforeLast = last;
            last = row;
        }
        return Math.min(last[b.length()], most + 1);
    }
}
