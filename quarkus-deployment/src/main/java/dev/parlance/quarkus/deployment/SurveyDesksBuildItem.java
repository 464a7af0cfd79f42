package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.ParlanceBuildConfig.Desk;
import io.quarkus.builder.item.SimpleBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The desks of {@code parlance.surveys.desks}, by name. */
final class SurveyDesksBuildItem extends SimpleBuildItem {
    private static final String PROPERTY = "parlance.surveys.desks";

    private final Map<String, Desk> desks;

    private SurveyDesksBuildItem(Map<String, Desk> desks) {
        this.desks = new TreeMap<>(desks);
    }

    /**
     * Checks the desks.
     *
     * @param folders the names of the surveys' folders
     * @throws IllegalStateException with all problems
     */
    static SurveyDesksBuildItem of(Map<String, Desk> desks, Set<String> folders) {
        SurveyDesksBuildItem found = new SurveyDesksBuildItem(desks);
        List<String> problems = found.problems(folders);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The desks of " + PROPERTY + " have " + problems.size() + " problem(s):\n  "
                    + String.join("\n  ", problems));
        }
        return found;
    }

    Map<String, Desk> desks() {
        return desks;
    }

    /** The surveys that share a number. */
    Set<String> surveys() {
        Set<String> surveys = new TreeSet<>();
        desks.values().forEach(desk -> surveys.addAll(surveysOf(desk)));
        return surveys;
    }

    /** The name in the path of the webhooks for a survey: that of its desk, or its own. */
    String numberOf(String survey) {
        return deskOf(survey).orElse(survey);
    }

    private Optional<String> deskOf(String survey) {
        return desks.entrySet().stream()
                .filter(desk -> surveysOf(desk.getValue()).contains(survey))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Set<String> surveysOf(Desk desk) {
        Set<String> surveys = new TreeSet<>(desk.surveys().orElseGet(List::of));
        desk.fallback().ifPresent(surveys::add);
        desk.menu().ifPresent(surveys::add);
        return surveys;
    }

    private List<String> problems(Set<String> folders) {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new TreeMap<>();
        desks.forEach((name, desk) -> {
            for (String survey : surveysOf(desk)) {
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
