package dev.parlance.survey.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes a whole text apart into known phrases. */
final class Phrases {
    private static final int LONGEST = 60;

    private final String text;
    private final Predicate<String> isKnown;

    private Phrases(String text, Predicate<String> isKnown) {
        this.text = text;
        this.isKnown = isKnown;
    }

    /** The phrases of a folded text in their order, each as long as possible; empty if a part is unknown. */
    static List<String> of(String folded, Predicate<String> isKnown) {
        return new Phrases(folded, isKnown).all();
    }

    private List<String> all() {
        List<String> phrases = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            String phrase = longest(at);
            if (phrase.isEmpty()) {
                return List.of();
            }
            phrases.add(phrase);
            at += phrase.length();
        }
        return phrases;
    }

    private String longest(int from) {
        for (int end = Math.min(text.length(), from + LONGEST); end > from; end--) {
            if (isEnd(end) && isKnown.test(text.substring(from, end))) {
                return text.substring(from, end);
            }
        }
        return "";
    }

    /** Whether a word can end here: at a blank, and anywhere in Chinese. */
    private boolean isEnd(int at) {
        return at == text.length()
                || text.charAt(at) == ' '
                || Character.isIdeographic(text.charAt(at - 1))
                || Character.isIdeographic(text.charAt(at));
    }
}
