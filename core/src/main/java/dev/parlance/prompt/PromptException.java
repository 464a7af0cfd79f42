package dev.parlance.prompt;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A prompt bundle that cannot be loaded, or a prompt that cannot be said. The message holds no values of placeholders. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<PromptProblem> problems;

    PromptException(String message) {
        this(message, List.of(), null);
    }

    PromptException(String message, @Nullable Throwable cause) {
        this(message, List.of(), cause);
    }

    private PromptException(String message, List<PromptProblem> problems, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = problems;
    }

    static PromptException of(List<PromptProblem> problems) {
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new PromptException("The prompts have " + problems.size() + " problem(s):" + lines, problems, null);
    }

    /** All that is wrong in the bundle; empty where the exception is about one prompt. */
    public List<PromptProblem> problems() {
        return problems;
    }
}
