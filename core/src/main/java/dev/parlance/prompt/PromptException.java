package dev.parlance.prompt;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A prompt bundle can't be loaded, or a prompt can't be rendered. The message contains no values of placeholders. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    PromptException(String message) {
        this(message, List.of(), null);
    }

    PromptException(String message, @Nullable Throwable cause) {
        this(message, List.of(), cause);
    }

    private PromptException(String message, List<Problem> problems, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = problems;
    }

    static PromptException of(List<Problem> problems) {
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new PromptException("The prompts have " + problems.size() + " problem(s):" + lines, problems, null);
    }

    /** The problems of the bundle; empty if the exception is about a single prompt. */
    public List<Problem> problems() {
        return problems;
    }
}
