package dev.parlance.prompt;

/**
 * Something wrong in a prompt bundle.
 *
 * @param file the file, with its folder
 * @param line the line in it; 0 where it is about the file as a whole
 * @param what what is wrong and what to do
 */
public record PromptProblem(String file, int line, String what) implements Comparable<PromptProblem> {
    @Override
    public int compareTo(PromptProblem other) {
        int order = file.compareTo(other.file);
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        return order == 0 ? what.compareTo(other.what) : order;
    }

    /** {@code prompts/es-MX.env:14: what}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what;
    }
}
