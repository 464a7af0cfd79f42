package dev.parlance.translation;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Prompts can't be exported, or translations can't be imported. With problems in a file, nothing was written. */
public final class TranslationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    TranslationException(String message) {
        super(message);
        this.problems = List.of();
    }

    TranslationException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    TranslationException(String what, List<Problem> problems) {
        super(what + " " + problems.size() + " problem(s):"
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** All problems, with file and line; empty if a file can't be read or written. */
    public List<Problem> problems() {
        return problems;
    }
}
