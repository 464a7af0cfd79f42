package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds options that are listed twice, or have the same words or numbers in one language. */
final class OptionCheck {
    private static final Set<String> RESERVED = Set.of("text", "voice", "audio", "image", "withoutImage", "retry", "also");

    private final ChoiceQuestion choice;
    private final Language language;
    private final Words words;
    private final ProblemCollector problems;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final Set<Set<String>> reported = new HashSet<>();

    private OptionCheck(ChoiceQuestion choice, Words words, ProblemCollector problems) {
        this.choice = choice;
        this.language = words.language();
        this.words = words;
        this.problems = problems;
    }

    static void check(ChoiceQuestion choice, Collection<Words> languages, ProblemCollector problems) {
        if (new HashSet<>(choice.options()).size() < choice.options().size()) {
            problems.add("", "lists an option twice");
        }
        for (String option : choice.options()) {
            if (RESERVED.contains(option)) {
                problems.add("", "has the option \"" + option + "\", which is a reserved name");
            }
        }
        for (Words words : languages) {
            Language language = words.language();
            boolean canBeSaid = choice.promptKeys().stream()
                    .allMatch(key ->
                            language.contains(key) && isPlain(language, key) && isPlain(language, key + ".also"));
            if (canBeSaid) {
                new OptionCheck(choice, words, problems).check();
            }
        }
    }

    private static boolean isPlain(Language language, String key) {
        return !language.contains(key) || language.placeholders(key).isEmpty();
    }

    private void check() {
        List<String> options = choice.options();
        for (int i = 0; i < options.size(); i++) {
            for (String word : choice.wordsFor(options.get(i), language)) {
                check(options.get(i), i + 1, word);
            }
        }
    }

    private void check(String option, int key, String word) {
        String other = taken.putIfAbsent(word, option);
        Optional<Integer> number = words.commonNumber(word)
                .filter(n -> n > 0 && n <= choice.options().size());
        if (other != null && !other.equals(option)) {
            if (reported.add(Set.of(other, option))) {
                problems.add(
                        "",
                        "has two options that match \"" + word + "\" in " + language.tag() + ": " + other + " and "
                                + option);
            }
        } else if (number.isPresent() && (choice.shuffled() || number.get() != key)) {
            problems.add(
                    "",
                    "has the option " + option + ", which matches \"" + word + "\" in " + language.tag()
                            + ", also the number of another option");
        }
    }
}
