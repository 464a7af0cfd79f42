package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.survey.question.ProblemCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems. */
final class ProblemList implements ProblemCollector {
    /** The order of the lines in each file. */
    static final Comparator<Problem> BY_LINE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

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
