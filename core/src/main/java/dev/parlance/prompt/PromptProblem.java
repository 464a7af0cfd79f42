package dev.parlance.prompt;

/**
 * A problem in a prompt bundle.
 *
 * @param file the file, with its folder
 * @param line the line in it; 0 if the problem concerns the whole file
 * @param message the problem and what to do about it
 */
public record PromptProblem(String file, int line, String message) implements Comparable<PromptProblem> {
    @Override
    public int compareTo(PromptProblem other) {
        int order = file.compareTo(other.file);
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        return order == 0 ? message.compareTo(other.message) : order;
    }

    /** {@code prompts/es-MX.env:14: what}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + message;
    }
}
