package dev.parlance.survey.definition;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a survey can't be loaded or can't do what was requested. */
public final class SurveyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Creates an exception; the message says what is wrong and what to do. */
    public SurveyException(String message) {
        this(message, List.of(), null);
    }

    /** Creates an exception with a cause. */
    public SurveyException(String message, Throwable cause) {
        this(message, List.of(), cause);
    }

    private SurveyException(String message, List<Problem> problems, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = List.copyOf(problems);
    }

    /** An exception with these problems of a survey or of a file beside it. */
    public static SurveyException of(List<Problem> problems) {
        return of("The survey", problems);
    }

    /**
     * An exception with these problems of something else.
     *
     * @param what what has the problems, such as {@code The filter}
     */
    public static SurveyException of(String what, List<Problem> problems) {
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new SurveyException(what + " has " + problems.size() + " problem(s):" + lines, problems, null);
    }

    /** All problems of the definition; empty if the exception has another reason. */
    public List<Problem> problems() {
        return problems;
    }
}
