package dev.parlance.survey.reading;

import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what somebody meant who made a small typing error. A slip is taken at once only if it can hardly be anything else;
 * otherwise the person is asked. What may turn the meaning round is never taken for a slip: a negating prefix, another word of
 * the language.
 */
public final class Similar {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int LONGEST_PHRASE = 120;
    private static final int MOST_WORDS = 12;
    /** From this length on, two letters may be wrong. */
    private static final int LONG = 7;
    /** From this length on, any one wrong letter is a plain slip. */
    private static final int VERY_LONG = 8;
    /** From this length on, two swapped letters, or one that is doubled or not, are a plain slip. */
    private static final int LONG_ENOUGH_TO_SWAP = 5;

    private final Words words;

    private Similar(Words words) {
        this.words = words;
    }

    /** The value of a folded word or phrase, or of the one that it comes close to. */
    public static <T> Guess<T> find(String written, Map<String, T> values, Words words) {
        T exact = values.get(written);
        if (exact != null) {
            return Guess.sure(exact);
        }
        if (written.length() > LONGEST_PHRASE || words.commonWords().contains(written)) {
            return Guess.none();
        }
        T drawnOut = values.get(Folding.withoutRepeatedEnd(written));
        if (drawnOut != null) {
            return Guess.sure(drawnOut);
        }
        return new Similar(words).closest(written, values);
    }

    private <T> Guess<T> closest(String written, Map<String, T> values) {
        Set<T> close = new HashSet<>();
        boolean isSure = true;
        for (Map.Entry<String, T> entry : values.entrySet()) {
            Optional<Boolean> slip = slip(written, entry.getKey());
            if (slip.isPresent()) {
                close.add(entry.getValue());
                isSure &= slip.get();
            }
        }
        if (close.size() != 1) {
            return Guess.none();
        }
        T only = close.iterator().next();
        return isSure ? Guess.sure(only) : Guess.perhaps(List.of(only));
    }

    /** Whether a phrase is a slip of another, and if so, whether a plain one. */
    private Optional<Boolean> slip(String written, String meant) {
        String[] some = written.split(" ", -1);
        String[] others = meant.split(" ", -1);
        if (some.length > MOST_WORDS) {
            return Optional.empty();
        }
        if (some.length != others.length) {
            return writtenApart(some, others, meant);
        }
        int wrong = 0;
        boolean isPlain = true;
        for (int i = 0; i < some.length; i++) {
            if (some[i].equals(others[i])) {
                continue;
            }
            int letters = wrongLetters(some[i], others[i]);
            if (letters == 0) {
                return Optional.empty();
            }
            wrong += letters;
            isPlain &= letters == 1 && isPlainSlip(some[i], others[i]);
        }
        return wrong <= 2 ? Optional.of(isPlain && wrong == 1) : Optional.empty();
    }

    /** "Head ache", "icecream". */
    private Optional<Boolean> writtenApart(String[] some, String[] others, String meant) {
        boolean isNegated = false;
        for (String word : some) {
            isNegated |=
                    words.list("negations").contains(word) && !List.of(others).contains(word);
        }
        boolean same = !isNegated && String.join("", some).equals(meant.replace(" ", ""));
        return same ? Optional.of(true) : Optional.empty();
    }

    /** How many letters of a word are wrong if it is a slip of the other; 0 if it is another word. */
    private int wrongLetters(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        int longer = Math.max(written.length(), meant.length());
        if (shorter < SHORTEST || longer > LONGEST || !isSpelled(written) || !isSpelled(meant)) {
            return 0;
        }
        int allowed = shorter >= LONG ? 2 : 1;
        int letters = distance(written, meant, allowed);
        boolean isSlip = letters <= allowed && !words.commonWords().contains(written) && !isNegation(written, meant);
        return isSlip ? letters : 0;
    }

    /** Whether the letters of a word are only its spelling. A digit counts, and a Chinese character is a word. */
    private static boolean isSpelled(String word) {
        return word.codePoints().noneMatch(c -> Character.isDigit(c) || UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    /** Whether one of two words is the other with a prefix that turns its meaning round. */
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

    private boolean isPlainSlip(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        boolean isPlain = written.charAt(0) == meant.charAt(0)
                && (shorter >= VERY_LONG
                        || (shorter >= LONG_ENOUGH_TO_SWAP
                                && (isSwap(written, meant)
                                        || withoutDoubles(written).equals(withoutDoubles(meant)))));
        return isPlain && words.commonWords().stream().noneMatch(common -> distance(written, common, 1) <= 1);
    }

    private static boolean isSwap(String a, String b) {
        char[] some = a.toCharArray();
        char[] others = b.toCharArray();
        Arrays.sort(some);
        Arrays.sort(others);
        return Arrays.equals(some, others);
    }

    private static String withoutDoubles(String word) {
        return word.replaceAll("(.)\\1", "$1");
    }

    /**
     * How many letters have to be changed, added, left out or swapped to make one word of the other.
     *
     * @param most above which it does not matter how many: then the answer is one more
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
