package dev.parlance.prompt;

import dev.parlance.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The problems of a prompt bundle. A bundle with errors does not load; one with warnings does.
 *
 * <pre>{@code
 * @Test
 * void the_prompts_are_complete() {
 *     Prompts.builder(PromptSource.folder(Path.of("prompts"))).check().failOnWarnings();
 * }
 * }</pre>
 *
 * @param errors the problems that keep the bundle from loading, ordered by file and line
 * @param warnings possible problems: a text that costs more than in the default language, a voice of another language
 */
public record PromptCheck(List<Problem> errors, List<Problem> warnings) {
    /** Sorts both. */
    public PromptCheck {
        errors = errors.stream().sorted().toList();
        warnings = warnings.stream().sorted().toList();
    }

    /**
     * Fails if there are errors.
     *
     * @throws PromptException with all errors
     */
    public void failOnErrors() {
        fail(errors);
    }

    /**
     * Fails if there are errors or warnings.
     *
     * @throws PromptException with all errors and warnings
     */
    public void failOnWarnings() {
        fail(Stream.concat(errors.stream(), warnings.stream()).toList());
    }

    private static void fail(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw PromptException.of(problems);
        }
    }

    /** One problem per line. */
    @Override
    public String toString() {
        return Stream.concat(
                        errors.stream().map(problem -> "error: " + problem),
                        warnings.stream().map(problem -> "warning: " + problem))
                .collect(Collectors.joining("\n"));
    }
}
