package dev.parlance.serverless.project;

import java.util.List;

/** A project that cannot be deployed as it is; all its faults are told at once. */
public final class ProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    ProjectException(String project, List<String> faults) {
        super(VisibleText.of("The project " + project + " cannot be deployed:\n  " + String.join("\n  ", faults)));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, a sentence each, with the place. */
    public List<String> faults() {
        return faults;
    }
}
