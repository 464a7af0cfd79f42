package dev.parlance.survey.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Options that a reply names with a typo, in part, or with blanks in other places. */
record OptionTypos(MisspelledLabels labels) {
    private static final int MOST_WORDS = 3;
    private static final int SHORTEST_JOINED = 4;

    /**
     * Words that are a label with blanks in other places.
     *
     * @param text the words
     * @param option the option
     * @param words the number of words
     */
    record Joined(String text, int option, int words) {}

    /** The option that the word at this place, with those before it, names with a typo or in part. */
    Guess<Integer> find(List<Token> tokens, int at) {
        Guess<Integer> phrase = misspelledPhrase(tokens, at);
        if (!phrase.isNone()) {
            return phrase.unsure();
        }
        String word = tokens.get(at).text();
        Guess<Integer> typo = labels.misspelled(word);
        return typo.isNone() ? labels.abbreviated(word) : typo;
    }

    /** A label of several words that ends here and has a typo or another ending: "muito satisfeita". */
    private Guess<Integer> misspelledPhrase(List<Token> tokens, int at) {
        for (int from = Math.max(0, at - MOST_WORDS); from < at; from++) {
            String phrase = text(tokens.subList(from, at + 1), " ");
            Guess<Integer> typo = labels.misspelledPhrase(phrase);
            Guess<Integer> guess = typo.isNone() ? labels.abbreviated(phrase) : typo;
            if (!guess.isNone()) {
                return guess;
            }
        }
        return Guess.none();
    }

    /** The words starting here that are a label with blanks in other places: "sir dard" for "Sirdard". */
    Optional<Joined> joined(List<Token> tokens, int at) {
        for (int length = 2; length <= MOST_WORDS && at + length <= tokens.size(); length++) {
            List<Token> parts = tokens.subList(at, at + length);
            String text = text(parts, "");
            boolean canBeLabel = text.length() >= SHORTEST_JOINED
                    && parts.stream().noneMatch(part -> part.is(Sense.LABEL) || part.isDigits());
            Optional<Integer> option = canBeLabel ? labels.joined(text) : Optional.empty();
            if (option.isPresent()) {
                return Optional.of(new Joined(text(parts, " "), option.get(), length));
            }
        }
        return Optional.empty();
    }

    private static String text(List<Token> tokens, String between) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(between));
    }
}
