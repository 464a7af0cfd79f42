package dev.parlance.serverless.project;

import dev.parlance.Problem;
import java.util.List;

/** Thrown when a project cannot be deployed. Lists all problems. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ProjectException(String project, List<String> problems) {
        super(VisibleText.of("The project " + project + " cannot be deployed:\n  " + String.join("\n  ", problems)));
        this.problems = problems.stream().map(Problem::of).toList();
    }

    /** The problems; each message names its place. */
    public List<Problem> problems() {
        return problems;
    }
}
