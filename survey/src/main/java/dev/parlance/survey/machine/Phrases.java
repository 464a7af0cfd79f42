package dev.parlance.survey.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The phrases at the start and at the end of a folded text, each time as many as there are; empty without known phrases. */
    static List<List<String>> edges(String folded, Predicate<String> isKnown) {
        Phrases text = new Phrases(folded, isKnown);
        IntFunction<List<String>> until = end -> of(folded.substring(0, end), isKnown);
        IntFunction<List<String>> from = start -> of(folded.substring(start), isKnown);
        return Stream.of(
                        text.first(
                                IntStream.rangeClosed(1, folded.length()).map(back -> folded.length() + 1 - back),
                                until),
                        text.first(IntStream.range(1, folded.length()), from))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<List<String>> first(IntStream places, IntFunction<List<String>> phrases) {
        return places.filter(this::isEnd)
                .mapToObj(phrases)
                .filter(found -> !found.isEmpty())
                .findFirst();
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
