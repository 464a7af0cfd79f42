package dev.parlance.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of the surveys at each desk, as an application's settings have them. For frameworks that create desks from settings.
 *
 * <pre>{@code
 * DeskNames desks = DeskNames.of(Map.of("front", Set.of("coffee", "tea")));
 * desks.deskOf("tea");                          // "front"
 * desks.problems(Set.of("coffee", "tea"));      // none
 * }</pre>
 */
public final class DeskNames {
    private final Map<String, Set<String>> surveysByDesk = new TreeMap<>();

    private DeskNames(Map<String, Set<String>> surveysByDesk) {
        surveysByDesk.forEach((desk, surveys) -> this.surveysByDesk.put(desk, new TreeSet<>(surveys)));
    }

    /** The surveys of each desk, with those for people who were not invited. */
    public static DeskNames of(Map<String, Set<String>> surveysByDesk) {
        return new DeskNames(surveysByDesk);
    }

    /** The desk of a survey; empty if the survey has its own number. */
    public Optional<String> deskOf(String survey) {
        return surveysByDesk.entrySet().stream()
                .filter(desk -> desk.getValue().contains(survey))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The problems of the names, as sentences.
     *
     * @param folders the names of the surveys' folders
     */
    public List<String> problems(Set<String> folders) {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new TreeMap<>();
        surveysByDesk.forEach((desk, surveys) -> {
            for (String survey : surveys) {
                if (!folders.contains(survey)) {
                    problems.add("The desk \"" + desk + "\" has the survey \"" + survey
                            + "\", but there is no such folder; there are " + folders + ".");
                }
                String owner = owners.putIfAbsent(survey, desk);
                if (owner != null) {
                    problems.add(
                            "The survey \"" + survey + "\" is at the desks \"" + owner + "\" and \"" + desk + "\".");
                }
            }
        });
        surveysByDesk.keySet().stream()
                .filter(desk -> folders.contains(desk) && deskOf(desk).isEmpty())
                .forEach(desk -> problems.add("The desk \"" + desk + "\" and the survey \"" + desk
                        + "\" have the same webhooks; rename the desk, or add the survey to it."));
        return problems;
    }

    /**
     * The problems of the names that have senders on messengers, as sentences. A survey of a desk has the desk's senders.
     *
     * @param folders the names of the surveys' folders
     */
    public List<String> problemsOfSenders(Set<String> named, Set<String> folders) {
        Set<String> possible = new TreeSet<>(folders);
        possible.removeIf(folder -> deskOf(folder).isPresent());
        possible.addAll(surveysByDesk.keySet());
        return named.stream()
                .filter(name -> !possible.contains(name))
                .sorted()
                .map(name -> deskOf(name)
                        .map(desk -> "The survey \"" + name + "\" is at the desk \"" + desk
                                + "\"; set the senders of the desk.")
                        .orElse("There are senders for \"" + name + "\", but no such survey or desk; there are "
                                + possible + "."))
                .toList();
    }
}
