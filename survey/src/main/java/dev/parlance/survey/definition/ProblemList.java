package dev.parlance.survey.definition;

import dev.parlance.survey.question.ProblemCollector;
import java.util.ArrayList;
import java.util.List;

/** Collects problems. */
final class ProblemList implements ProblemCollector {
    private final String file;
    private final List<SurveyProblem> found = new ArrayList<>();

    ProblemList(String file) {
        this.file = file;
    }

    @Override
    public void add(String path, String what) {
        found.add(new SurveyProblem(file, 0, path, what));
    }

    List<SurveyProblem> all() {
        return found;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
