package dev.parlance.prompt;

import dev.parlance.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds prompts that one language has and another lacks. A file that lacks many is one problem.
 *
 * @param files the files by tag
 * @param prompts each language's own prompts by key
 * @param inherited gets the prompts of a language, with those of its parents
 */
record MissingPrompts(
        Map<String, BundleFile> files,
        Map<String, Map<String, Prompt>> prompts,
        Function<String, Map<String, Prompt>> inherited) {
    private static final int MOST_SEPARATE = 3;
    private static final int MOST_NAMED = 12;

    List<Problem> problems() {
        NavigableMap<String, Prompt> required = new TreeMap<>();
        prompts.values().forEach(own -> own.forEach(required::putIfAbsent));
        OptionalKeys.removeFrom(required);
        List<Problem> problems = new ArrayList<>();
        files.forEach((tag, file) -> {
            if (file.isReadable()) {
                NavigableMap<String, Prompt> missing = new TreeMap<>(required);
                missing.keySet().removeAll(inherited.apply(tag).keySet());
                missing.keySet().removeAll(file.lost());
                problems.addAll(problems(file, missing));
            }
        });
        return problems;
    }

    private static List<Problem> problems(BundleFile file, Map<String, Prompt> missing) {
        if (missing.size() > MOST_SEPARATE) {
            return List.of(Problem.at(file.place(), 0, together(missing)));
        }
        return missing.entrySet().stream()
                .map(entry -> Problem.at(
                        file.place(),
                        0,
                        "\"" + entry.getKey() + "\" is missing; "
                                + entry.getValue().file() + ":"
                                + entry.getValue().line() + " has it"))
                .toList();
    }

    private static String together(Map<String, Prompt> missing) {
        String named = missing.keySet().stream()
                .limit(MOST_NAMED)
                .map(key -> "\"" + key + "\"")
                .collect(Collectors.joining(", "));
        int more = missing.size() - MOST_NAMED;
        TreeSet<String> owners = new TreeSet<>();
        missing.values().forEach(prompt -> owners.add(prompt.file()));
        return missing.size() + " prompts are missing: " + named + (more > 0 ? " and " + more + " more" : "") + "; "
                + String.join(" and ", owners) + (owners.size() == 1 ? " has them" : " have them");
    }
}
