package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.reading.FuzzyLookup;
import dev.parlance.survey.reading.Negation;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds pairs of options that are easily taken for each other in one language: similar words, and words with a "not". */
final class OptionReview {
    private record Pair(String first, String second) {}

    private final ChoiceQuestion choice;
    private final Language language;
    private final Words words;
    private final String path;
    private final ProblemList warnings;
    private final List<Pair> similar = new ArrayList<>();
    private final List<Pair> negated = new ArrayList<>();

    OptionReview(String path, ChoiceQuestion choice, Words words, ProblemList warnings) {
        this.path = path;
        this.choice = choice;
        this.language = words.language();
        this.words = words;
        this.warnings = warnings;
    }

    void review() {
        List<Set<String>> options = CommandCheck.named(choice, language).stream()
                .map(option -> choice.wordsFor(option, words))
                .toList();
        for (int i = 0; i < options.size(); i++) {
            for (int j = i + 1; j < options.size(); j++) {
                compare(options.get(i), options.get(j));
            }
        }
        if (!similar.isEmpty()) {
            warnings.add(
                    path,
                    "has options that are very similar in " + language.tag() + ": " + listed(similar)
                            + ". Someone who mistypes one may choose the other, or is asked again."
                            + " Use words that differ more");
        }
        if (!negated.isEmpty()) {
            warnings.add(
                    path,
                    "has options that are another one with a \"not\" in " + language.tag() + ": " + listed(negated)
                            + ". Someone who says \"not\" in other words must confirm what they meant."
                            + " Use words without a \"not\", such as \"poor\" for \"not good\"");
        }
    }

    private void compare(Set<String> one, Set<String> other) {
        similar(one, other).ifPresent(similar::add);
        negated(one, other).or(() -> negated(other, one)).ifPresent(negated::add);
    }

    private static String listed(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> "\"" + pair.first() + "\" and \"" + pair.second() + "\"")
                .collect(Collectors.joining("; "));
    }

    /** A word that could be a typo of the other option's. */
    private Optional<Pair> similar(Set<String> mine, Set<String> others) {
        for (String word : mine) {
            for (String target : others) {
                if (!word.equals(target) && isTypo(word, target)) {
                    return Optional.of(new Pair(word, target));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isTypo(String word, String other) {
        return !FuzzyLookup.find(word, Map.of(other, other), words).isNone()
                || !FuzzyLookup.find(other, Map.of(word, word), words).isNone();
    }

    private Optional<Pair> negated(Set<String> negative, Set<String> positive) {
        for (String longer : negative) {
            for (String shorter : positive) {
                if (Negation.turns(shorter, longer, words)) {
                    return Optional.of(new Pair(longer, shorter));
                }
            }
        }
        return Optional.empty();
    }
}
