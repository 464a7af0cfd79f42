package dev.parlance.serverless.project;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a project cannot be deployed. Lists all problems. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ProjectException(String project, List<Problem> problems) {
        super(VisibleText.of("The project " + project + " cannot be deployed:\n  "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n  "))));
        this.problems = List.copyOf(problems);
    }

    /** The problems. */
    public List<Problem> problems() {
        return problems;
    }
}
