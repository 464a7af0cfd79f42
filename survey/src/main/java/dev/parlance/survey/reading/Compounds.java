package dev.parlance.survey.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers written as one word: "zweihundertfünfzig", "thirtyfour". */
final class Compounds {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;
    private static final int SHORTEST_PART = 2;

    private Compounds() {}

    /** The number words that make up a word; empty if any part of it is something else. */
    static List<Token> split(String word, Lexicon lexicon) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        // The parts of the word's first letters, if they are all numbers.
        List<Optional<List<Token>>> upTo = new ArrayList<>();
        upTo.add(Optional.of(List.of()));
        for (int end = 1; end <= word.length(); end++) {
            upTo.add(parts(word, end, upTo, lexicon));
        }
        List<Token> parts = upTo.get(word.length()).orElse(List.of());
        return parts.size() > 1 ? parts : List.of();
    }

    private static Optional<List<Token>> parts(
            String word, int end, List<Optional<List<Token>>> upTo, Lexicon lexicon) {
        for (int start = 0; start <= end - SHORTEST_PART; start++) {
            Optional<List<Token>> before = upTo.get(start);
            if (before.isEmpty()) {
                continue;
            }
            String part = word.substring(start, end);
            Optional<Map<Sense, Token.Meaning>> senses = lexicon.find(part).filter(Compounds::isPartOfNumber);
            if (senses.isPresent()) {
                List<Token> all = new ArrayList<>(before.get());
                all.add(new Token(part, senses.get(), false));
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private static boolean isPartOfNumber(Map<Sense, Token.Meaning> senses) {
        return senses.containsKey(Sense.NUMBER)
                || senses.containsKey(Sense.TIMES)
                || senses.containsKey(Sense.HALF)
                || senses.containsKey(Sense.AND);
    }
}
