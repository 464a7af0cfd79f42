package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of options as people misspell and shorten them.
 *
 * @param whole the options by their whole labels
 * @param partly the options by the words that only one label has
 * @param negated the options whose labels are negations
 */
record MisspelledLabels(Map<String, Integer> whole, Map<String, Integer> partly, Set<Integer> negated, Words words) {
    private static final int SHORTEST_PART = 3;

    /** The option that a word with a typo, or with a blank too few, names. */
    Guess<Integer> misspelled(String word) {
        Map<String, Integer> names = new HashMap<>(partly);
        whole.forEach((key, option) -> {
            if (key.indexOf(' ') < 0) {
                names.put(key, option);
            } else {
                names.putIfAbsent(key.replace(" ", ""), option);
            }
        });
        return FuzzyLookup.find(word, names, words);
    }

    /** The option that several words with a typo, with another ending or with a blank too many name. */
    Guess<Integer> misspelledPhrase(String phrase) {
        return FuzzyLookup.find(phrase, whole, words);
    }

    /**
     * The option of which this is a part or a longer form: "Rad" for "Fahrrad", "bici" for "Bicicleta", "公交" for "公交车". Such
     * an option must be confirmed.
     */
    Guess<Integer> abbreviated(String word) {
        if (word.length() < SHORTEST_PART) {
            return Guess.none();
        }
        Set<Integer> options = new TreeSet<>();
        whole.forEach((label, option) -> {
            LabelForm form = new LabelForm(label, word, words);
            if ((form.isPart() && !negated.contains(option)) || form.isLonger()) {
                options.add(option);
            }
        });
        return OptionLabels.only(options)
                .map(option -> Guess.perhaps(List.of(option)).because("a form of an option's label"))
                .orElseGet(Guess::none);
    }

    /** The option whose label is this text if blanks don't count. */
    Optional<Integer> joined(String text) {
        return whole.entrySet().stream()
                .filter(label -> label.getKey().replace(" ", "").equals(text))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
