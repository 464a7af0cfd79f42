package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.survey.question.ProblemCollector;
import java.util.ArrayList;
import java.util.List;

/** Collects problems. */
final class ProblemList implements ProblemCollector {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    ProblemList(String file) {
        this.file = file;
    }

    @Override
    public void add(String path, String what) {
        found.add(new Problem(file, 0, path, what));
    }

    /** Adds a problem, which may be in another file. */
    void add(Problem problem) {
        found.add(problem);
    }

    List<Problem> all() {
        return found;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
