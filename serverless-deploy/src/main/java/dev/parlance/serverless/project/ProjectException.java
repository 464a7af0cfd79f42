package dev.parlance.serverless.project;

import java.util.List;

/** Thrown when a project cannot be deployed. Lists all problems. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    ProjectException(String project, List<String> problems) {
        super(VisibleText.of("The project " + project + " cannot be deployed:\n  " + String.join("\n  ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** The problems with their places, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
