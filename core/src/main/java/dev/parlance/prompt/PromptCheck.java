package dev.parlance.prompt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is wrong in a prompt bundle. A bundle with errors does not load; warnings are for whoever wants to know.
 *
 * <pre>{@code
 * @Test
 * void the_prompts_are_complete() {
 *     Prompts.reading(PromptSource.folder(Path.of("prompts"))).check().failOnWarnings();
 * }
 * }</pre>
 *
 * @param errors what keeps the bundle from loading, ordered by file and line
 * @param warnings what may be meant: a text that costs more than in the default language, a voice of another language
 */
public record PromptCheck(List<PromptProblem> errors, List<PromptProblem> warnings) {
    /** Puts both in order. */
    public PromptCheck {
        errors = errors.stream().sorted().toList();
        warnings = warnings.stream().sorted().toList();
    }

    /**
     * Ends here if there are errors.
     *
     * @throws PromptException with all errors
     */
    public void failOnErrors() {
        fail(errors);
    }

    /**
     * Ends here if there are errors or warnings.
     *
     * @throws PromptException with all of both
     */
    public void failOnWarnings() {
        fail(Stream.concat(errors.stream(), warnings.stream()).toList());
    }

    private static void fail(List<PromptProblem> problems) {
        if (!problems.isEmpty()) {
            throw PromptException.of(problems);
        }
    }

    /** A line a problem. */
    @Override
    public String toString() {
        return Stream.concat(
                        errors.stream().map(problem -> "error: " + problem),
                        warnings.stream().map(problem -> "warning: " + problem))
                .collect(Collectors.joining("\n"));
    }
}
