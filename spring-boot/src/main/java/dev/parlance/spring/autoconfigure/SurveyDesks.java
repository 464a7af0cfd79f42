package dev.parlance.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The desks of {@code parlance.surveys.desks}, by name. */
record SurveyDesks(Map<String, DeskProperties> desks) {
    private static final String PROPERTY = "parlance.surveys.desks";

    /**
     * Reads and checks the desks.
     *
     * @param folders the names of the surveys' folders
     * @throws IllegalStateException with all problems
     */
    static SurveyDesks in(Environment environment, Set<String> folders) {
        Map<String, DeskProperties> desks = new TreeMap<>(Binder.get(environment)
                .bind(PROPERTY, Bindable.mapOf(String.class, DeskProperties.class))
                .orElseGet(Map::of));
        SurveyDesks found = new SurveyDesks(desks);
        List<String> problems = found.problems(folders);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The desks of " + PROPERTY + " have " + problems.size() + " problem(s):\n  "
                    + String.join("\n  ", problems));
        }
        return found;
    }

    /** The desk of a survey. */
    Optional<String> deskOf(String survey) {
        return desks.entrySet().stream()
                .filter(desk -> desk.getValue().all().contains(survey))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<String> problems(Set<String> folders) {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new TreeMap<>();
        desks.forEach((name, desk) -> {
            for (String survey : desk.all()) {
                if (!folders.contains(survey)) {
                    problems.add("The desk \"" + name + "\" has the survey \"" + survey
                            + "\", but there is no such folder; there are " + folders + ".");
                }
                String owner = owners.putIfAbsent(survey, name);
                if (owner != null) {
                    problems.add(
                            "The survey \"" + survey + "\" is at the desks \"" + owner + "\" and \"" + name + "\".");
                }
            }
        });
        desks.keySet().stream()
                .filter(name -> folders.contains(name) && deskOf(name).isEmpty())
                .forEach(name -> problems.add("The desk \"" + name + "\" and the survey \"" + name
                        + "\" have the same webhooks; rename the desk, or add the survey to it."));
        return problems;
    }
}
