package dev.parlance.settings;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Settings are missing or wrong. Lists all problems, without any values. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    SettingsException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "Settings are missing or wrong:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** The problems; the path of each is the setting's name. */
    public List<Problem> problems() {
        return problems;
    }
}
