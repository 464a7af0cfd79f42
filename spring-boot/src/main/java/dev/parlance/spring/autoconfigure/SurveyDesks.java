package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.DeskNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The desks of {@code parlance.surveys.desks}, by name. */
record SurveyDesks(Map<String, DeskProperties> desks, DeskNames names) {
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
        Map<String, Set<String>> surveys = new TreeMap<>();
        desks.forEach((name, desk) -> surveys.put(name, desk.all()));
        DeskNames names = DeskNames.of(surveys);
        List<String> problems = names.problems(folders);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The desks of " + PROPERTY + " have " + problems.size() + " problem(s):\n  "
                    + String.join("\n  ", problems));
        }
        return new SurveyDesks(desks, names);
    }

    /** The desk of a survey. */
    Optional<String> deskOf(String survey) {
        return names.deskOf(survey);
    }
}
