package dev.parlance.survey.definition;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, as it is found. */
final class Faults {
    private final String file;
    private final List<SurveyProblem> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(String path, String what) {
        found.add(new SurveyProblem(file, 0, path, what));
    }

    List<SurveyProblem> all() {
        return found;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
