package dev.parlance.prompt;

import dev.parlance.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A prompt bundle can't be loaded, or a prompt can't be rendered. The message contains no values of placeholders. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;
    private final transient Optional<Prompts> readable;

    PromptException(String message) {
        this(message, List.of(), Optional.empty(), null);
    }

    PromptException(String message, @Nullable Throwable cause) {
        this(message, List.of(), Optional.empty(), cause);
    }

    private PromptException(
            String message, List<Problem> problems, Optional<Prompts> readable, @Nullable Throwable cause) {
        super(message, cause);
        this.problems = problems;
        this.readable = readable;
    }

    static PromptException of(List<Problem> problems) {
        return new PromptException(message(problems), problems, Optional.empty(), null);
    }

    static PromptException of(List<Problem> problems, Prompts readable) {
        return new PromptException(message(problems), problems, Optional.of(readable), null);
    }

    static PromptException unreadable(String message, Prompts none, Throwable cause) {
        return new PromptException(message, List.of(), Optional.of(none), cause);
    }

    private static String message(List<Problem> problems) {
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return "The prompts have " + problems.size() + " problem(s):" + lines;
    }

    /** The problems of the bundle; empty if the exception is about a single prompt. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * What could be read of a bundle with problems, for further checks of what uses it. A missing prompt is replaced by that of
     * another language; without any readable file, there are no languages. Empty if the exception is about a single prompt.
     */
    public Optional<Prompts> readable() {
        return readable;
    }
}
