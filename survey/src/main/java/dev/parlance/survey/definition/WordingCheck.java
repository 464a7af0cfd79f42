package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that prompts exist in every language, and that their placeholders have values. */
final class WordingCheck {
    /** The key suffix of a prompt's variant for one channel, for an invalid answer, or for a missing one. */
    private static final Pattern VARIANT =
            Pattern.compile("(\\.(text|voice|withoutImage|also|unanswered|retry(\\.\\d+)?))+$");
    /** The suffix of the reply to one kind of invalid answer, and its placeholders. */
    private static final Pattern REASON = Pattern.compile("\\.retry\\.[A-Za-z]+$");

    private static final Set<String> OF_REASONS = Set.of("given", "least", "most");

    private final Prompts prompts;
    private final UnknownQuestions unknown;
    private final ProblemList problems;
    private final Map<String, Map<String, List<String>>> variants = new HashMap<>();

    WordingCheck(Prompts prompts, UnknownQuestions unknown, ProblemList problems) {
        this.prompts = prompts;
        this.unknown = unknown;
        this.problems = problems;
    }

    /** Checks a prompt and its variants. */
    void check(String path, String key, Predicate<String> allowed) {
        check(path, List.of(key), allowed);
    }

    /**
     * Checks prompts that are used at one place.
     *
     * @param allowed whether a placeholder with this name has a value
     */
    void check(String path, Collection<String> keys, Predicate<String> allowed) {
        Map<List<String>, List<String>> missing = new LinkedHashMap<>();
        for (String key : new TreeSet<>(keys)) {
            List<String> without = prompts.languages().stream()
                    .filter(language -> !language.contains(key))
                    .map(Language::tag)
                    .toList();
            // A question without a name is reported elsewhere.
            if (!without.isEmpty() && !key.isEmpty()) {
                missing.computeIfAbsent(without, any -> new ArrayList<>()).add(key);
            }
            placeholders(path, key, allowed);
        }
        missing.forEach((tags, some) -> problems.add(
                path,
                "needs the prompt" + (some.size() == 1 ? " " : "s ") + Listing.quoted(some) + ", which "
                        + (some.size() == 1 ? "is" : "are") + " missing in " + Listing.and(tags)));
    }

    /** A prompt in one language, with its variants for a channel or an invalid answer. */
    List<String> variantsOf(String key, Language language) {
        return variants.computeIfAbsent(
                        language.tag(),
                        tag -> language.keys().stream().collect(Collectors.groupingBy(WordingCheck::withoutVariant)))
                .getOrDefault(key, List.of());
    }

    private static String withoutVariant(String key) {
        return REASON.matcher(VARIANT.matcher(key).replaceFirst("")).replaceFirst("");
    }

    private void placeholders(String path, String key, Predicate<String> allowed) {
        record Found(String variant, Set<String> names) {}
        Map<Found, List<String>> tags = new LinkedHashMap<>();
        for (Language language : prompts.languages()) {
            for (String variant : variantsOf(key, language)) {
                Set<String> names = new TreeSet<>(language.placeholders(variant));
                names.removeIf(allowed);
                if (REASON.matcher(variant).find()) {
                    names.removeAll(OF_REASONS);
                }
                if (!names.isEmpty()) {
                    tags.computeIfAbsent(new Found(variant, names), any -> new ArrayList<>())
                            .add(language.tag());
                }
            }
        }
        tags.forEach((found, languages) -> unknown(path, found.variant(), found.names(), languages));
    }

    private void unknown(String path, String key, Set<String> names, List<String> languages) {
        // A misspelled question is one problem, even if prompts name it too.
        names.stream().filter(unknown::contains).forEach(name -> unknown.add("the prompt \"" + key + "\"", "", name));
        List<String> others = names.stream()
                .filter(name -> !unknown.contains(name))
                .map(name -> "{" + name + "}")
                .toList();
        if (!others.isEmpty()) {
            problems.add(
                    path,
                    "uses the prompt \"" + key + "\", which in " + Listing.and(languages) + " has the placeholder"
                            + (others.size() == 1 ? " " : "s ") + Listing.and(others) + ": "
                            + (others.size() == 1
                                    ? "neither a variable nor an earlier question"
                                    : "neither variables nor earlier questions"));
        }
    }
}
