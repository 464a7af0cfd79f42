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

/** Finds options that could be confused with each other or with a command in one language. */
final class OptionCheck {
    private static final List<String> COMMANDS = List.of("stop", "help", "back", "repeat", "restart", "skip", "menu");

    private static final Set<String> RESERVED = Set.of("text", "voice", "retry", "also");

    private final ChoiceQuestion choice;
    private final Language language;
    private final Words words;
    private final ProblemCollector problems;
    private final ProblemCollector warnings;
    private final Map<String, String> taken = new LinkedHashMap<>();

    private OptionCheck(ChoiceQuestion choice, Words words, ProblemCollector problems, ProblemCollector warnings) {
        this.choice = choice;
        this.language = words.language();
        this.words = words;
        this.problems = problems;
        this.warnings = warnings;
    }

    static void check(
            ChoiceQuestion choice, Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
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
                new OptionCheck(choice, words, problems, warnings).check();
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
            problems.add(
                    "",
                    "has two options that match \"" + word + "\" in " + language.tag() + ": " + other + " and "
                            + option);
        } else if (number.isPresent() && (choice.shuffled() || number.get() != key)) {
            problems.add(
                    "",
                    "has the option " + option + ", which matches \"" + word + "\" in " + language.tag()
                            + ", also the number of another option");
        }
        for (String command : COMMANDS) {
            if (words.list(command).contains(word)) {
                problems.add(
                        "",
                        "has the option " + option + ", which matches \"" + word + "\" in " + language.tag()
                                + ", also the command to " + command);
            } else {
                part(option, word, command);
            }
        }
    }

    /** Checks each word of a label, because respondents may answer with one: "alto" for "Precio alto". */
    private void part(String option, String label, String command) {
        for (String word : label.split(" ", -1)) {
            if (words.list(command).contains(word)) {
                warnings.add(
                        "",
                        "has the option " + option + ", called \"" + label + "\" in " + language.tag()
                                + ": someone who answers \"" + word + "\" means this option, but \"" + word
                                + "\" is also the command to " + command);
            }
        }
    }
}
