package dev.parlance.survey.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A survey that cannot be loaded, or that cannot do what was asked of it. */
public final class SurveyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<SurveyProblem> problems;

    /** Something that cannot be done, and what to do about it. */
    public SurveyException(String message) {
        this(message, List.of(), null);
    }

    /** The same, with its cause. */
    public SurveyException(String message, Throwable cause) {
        this(message, List.of(), cause);
    }

    private SurveyException(String message, List<SurveyProblem> problems, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = List.copyOf(problems);
    }

    static SurveyException of(List<SurveyProblem> problems) {
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new SurveyException("The survey has " + problems.size() + " problem(s):" + lines, problems, null);
    }

    /** All that is wrong in the definition; empty where it is about something else. */
    public List<SurveyProblem> problems() {
        return problems;
    }
}
