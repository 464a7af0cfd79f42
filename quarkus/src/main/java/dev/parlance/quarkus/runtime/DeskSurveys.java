package dev.parlance.quarkus.runtime;

import dev.parlance.survey.DeskNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The surveys of the application, and which of them share a number.
 *
 * @param folders the names of the surveys' folders
 * @param byDesk the surveys of each desk
 */
public record DeskSurveys(List<String> folders, Map<String, List<String>> byDesk) {
    /** Copies the names. */
    public DeskSurveys {
        folders = List.copyOf(folders);
        byDesk = Map.copyOf(byDesk);
    }

    /** Whether a survey has no webhooks, because those of a desk are for it. */
    boolean isAtDesk(String survey) {
        return desks().deskOf(survey).isPresent();
    }

    /** The name in the path of the webhooks for a survey: that of its desk, or its own. */
    String numberOf(String survey) {
        return desks().deskOf(survey).orElse(survey);
    }

    DeskNames desks() {
        Map<String, Set<String>> surveys = new TreeMap<>();
        byDesk.forEach((desk, names) -> surveys.put(desk, new TreeSet<>(names)));
        return DeskNames.of(surveys);
    }
}
