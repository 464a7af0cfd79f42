package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.ParlanceBuildConfig.Desk;
import dev.parlance.survey.DeskNames;
import io.quarkus.builder.item.SimpleBuildItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The desks of {@code parlance.surveys.desks}, by name. */
final class SurveyDesksBuildItem extends SimpleBuildItem {
    private static final String PROPERTY = "parlance.surveys.desks";

    private final Map<String, Desk> desks;
    private final DeskNames names;

    private SurveyDesksBuildItem(Map<String, Desk> desks) {
        this.desks = new TreeMap<>(desks);
        Map<String, Set<String>> surveys = new TreeMap<>();
        desks.forEach((name, desk) -> surveys.put(name, surveysOf(desk)));
        this.names = DeskNames.of(surveys);
    }

    /**
     * Checks the desks.
     *
     * @param folders the names of the surveys' folders
     * @throws IllegalStateException with all problems
     */
    static SurveyDesksBuildItem of(Map<String, Desk> desks, Set<String> folders) {
        SurveyDesksBuildItem found = new SurveyDesksBuildItem(desks);
        List<String> problems = found.names.problems(folders);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The desks of " + PROPERTY + " have " + problems.size() + " problem(s):\n  "
                    + String.join("\n  ", problems));
        }
        return found;
    }

    Map<String, Desk> desks() {
        return desks;
    }

    /** The surveys of each desk. */
    Map<String, List<String>> byDesk() {
        Map<String, List<String>> surveys = new TreeMap<>();
        desks.forEach((name, desk) -> surveys.put(name, List.copyOf(surveysOf(desk))));
        return surveys;
    }

    /** The name in the path of the webhooks for a survey: that of its desk, or its own. */
    String numberOf(String survey) {
        return names.deskOf(survey).orElse(survey);
    }

    private static Set<String> surveysOf(Desk desk) {
        Set<String> surveys = new TreeSet<>(desk.surveys().orElseGet(List::of));
        desk.fallback().ifPresent(surveys::add);
        desk.menu().ifPresent(surveys::add);
        return surveys;
    }
}
