package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.reading.FuzzyLookup;
import dev.parlance.survey.reading.Negation;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds pairs of options that are easily taken for each other in one language: similar words, and words with a "not". */
final class OptionReview {
    private record Pair(String first, String second) {}

    private final ChoiceQuestion choice;
    private final Language language;
    private final Words words;
    private final String path;
    private final ProblemList warnings;

    OptionReview(String path, ChoiceQuestion choice, Words words, ProblemList warnings) {
        this.path = path;
        this.choice = choice;
        this.language = words.language();
        this.words = words;
        this.warnings = warnings;
    }

    void review() {
        List<String> options = CommandCheck.named(choice, language);
        for (int i = 0; i < options.size(); i++) {
            for (int j = i + 1; j < options.size(); j++) {
                review(options.get(i), options.get(j));
            }
        }
    }

    private void review(String option, String other) {
        Set<String> mine = choice.wordsFor(option, language);
        Set<String> others = choice.wordsFor(other, language);
        similar(mine, others)
                .ifPresent(pair -> warnings.add(
                        path,
                        "has the options " + option + " and " + other + ", whose words \"" + pair.first() + "\" and \""
                                + pair.second() + "\" are very similar in " + language.tag()
                                + ": someone who mistypes one may choose the other, or is asked again."
                                + " Use words that differ more"));
        negated(mine, others)
                .or(() -> negated(others, mine))
                .ifPresent(pair -> warnings.add(
                        path,
                        "has the options " + option + " and " + other + ", and \"" + pair.first() + "\" is \""
                                + pair.second() + "\" with a \"not\" in " + language.tag()
                                + ": someone who says \"not\" in another place of a sentence is asked again."
                                + " Use a positive word for both"));
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
