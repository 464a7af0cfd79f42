package dev.parlance.survey.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects references to questions that do not exist. All references to one name have the same cause and are one problem. */
final class UnknownQuestions {
    private record Reference(String path, String verb) {}

    private final List<Group> groups;
    private final Map<String, List<Reference>> references = new LinkedHashMap<>();

    UnknownQuestions(List<Group> groups) {
        this.groups = groups;
    }

    /**
     * Adds a reference.
     *
     * @param verb how the place refers to the name: "goes to"
     */
    void add(String path, String verb, String name) {
        references.computeIfAbsent(name, any -> new ArrayList<>()).add(new Reference(path, verb));
    }

    boolean contains(String name) {
        return references.containsKey(name);
    }

    void report(ProblemList problems) {
        references.forEach((name, all) -> {
            Reference first = all.get(0);
            List<String> others = all.stream()
                    .skip(1)
                    .map(Reference::path)
                    .distinct()
                    .filter(path -> !path.equals(first.path()))
                    .toList();
            String also = switch (others.size()) {
                case 0 -> "";
                case 1 -> "; " + others.get(0) + " names it too";
                default -> "; " + Listing.and(others) + " name it too";
            };
            problems.add(first.path(), first.verb() + " \"" + name + "\", which " + what(name) + also);
        });
    }

    private String what(String name) {
        return groups.stream()
                .filter(group -> group.id().equals(name))
                .flatMap(group -> group.matrix().stream())
                .flatMap(matrix -> matrix.items().stream().map(matrix::nameOf))
                .findFirst()
                .map(item -> "is a matrix; name an item, such as \"" + item + "\"")
                .orElse("does not exist");
    }
}
