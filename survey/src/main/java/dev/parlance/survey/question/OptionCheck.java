package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds options that are listed twice, or have the same words or numbers in one language. */
final class OptionCheck {
    private static final Set<String> RESERVED =
            Set.of("text", "voice", "audio", "image", "withoutImage", "retry", "also");

    private final ChoiceQuestion choice;
    private final Language language;
    private final Words words;
    private final ProblemCollector problems;
    private final OfferedOptions numbered;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final Set<Set<String>> reported = new HashSet<>();

    private OptionCheck(ChoiceQuestion choice, Words words, ProblemCollector problems) {
        this.choice = choice;
        this.language = words.language();
        this.words = words;
        this.problems = problems;
        this.numbered = new OfferedOptions(choice.options());
    }

    static void check(ChoiceQuestion choice, Collection<Words> languages, ProblemCollector problems) {
        identities(choice.options(), problems);
        keys(choice.options(), problems);
        if (choice.options().stream()
                        .filter(option -> option.is(Option.Trait.SPECIFY))
                        .count()
                > 1) {
            problems.add("", "has several options with \"specify\", but an answer has room for one text");
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

    private static void identities(List<Option> options, ProblemCollector problems) {
        if (options.stream().map(Option::id).distinct().count() < options.size()) {
            problems.add("", "lists an option twice");
        } else {
            Set<String> values = new HashSet<>();
            options.stream()
                    .filter(option -> !values.add(option.value()))
                    .forEach(option -> problems.add(
                            "",
                            "has the option " + option.id() + " with the value \"" + option.value()
                                    + "\", which another option has too. Give each option its own value"));
        }
        for (Option option : options) {
            if (RESERVED.contains(option.id())) {
                problems.add("", "has the option \"" + option.id() + "\", which is a reserved name");
            }
        }
    }

    private static void keys(List<Option> options, ProblemCollector problems) {
        List<Option> keyed =
                options.stream().filter(option -> option.key().isPresent()).toList();
        if (!keyed.isEmpty() && keyed.size() < options.size()) {
            problems.add("", "has a \"key\" for some options only. Add one to every option, or to none");
        }
        Map<Integer, String> taken = new LinkedHashMap<>();
        for (Option option : keyed) {
            String other = taken.putIfAbsent(option.key().orElseThrow(), option.id());
            if (other != null) {
                problems.add(
                        "",
                        "has the key " + option.key().orElseThrow() + " for two options: " + other + " and "
                                + option.id());
            }
        }
    }

    private static boolean isPlain(Language language, String key) {
        return !language.contains(key) || language.placeholders(key).isEmpty();
    }

    private void check() {
        for (Option option : choice.options()) {
            for (String word : choice.wordsFor(option, words)) {
                check(option, word);
            }
        }
    }

    private void check(Option option, String word) {
        String other = taken.putIfAbsent(word, option.id());
        if (other != null && !other.equals(option.id())) {
            if (reported.add(Set.of(other, option.id()))) {
                problems.add(
                        "",
                        "has two options that match \"" + word + "\" in " + language.tag() + ": " + other + " and "
                                + option.id());
            }
        } else if (words.commonNumber(word)
                .filter(number -> isOfAnother(number, option))
                .isPresent()) {
            problems.add(
                    "",
                    "has the option " + option.id() + ", which matches \"" + word + "\" in " + language.tag()
                            + ", also the number of another option");
        }
    }

    /** Whether a number chooses another option, or can do so for some respondents. */
    private boolean isOfAnother(int number, Option option) {
        boolean isMoved = option.key().isEmpty()
                && (choice.shuffled() || choice.options().stream().anyMatch(choice::isConditional));
        return numbered.withKey(number)
                .filter(chosen -> isMoved || !chosen.equals(option))
                .isPresent();
    }
}
