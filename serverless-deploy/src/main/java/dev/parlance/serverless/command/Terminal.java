package dev.parlance.serverless.command;

import dev.parlance.serverless.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Where a person or a pipeline reads.
 *
 * @param out results
 * @param err progress, warnings, failures
 * @param isInteractive whether a person sits there, for whom a line may be written over
 */
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean isInteractive) {
    private static final int WIDTH = 24;

    /** Tells progress: as a bar to a person, as lines to a pipeline. */
    Consumer<Step> progress() {
        return isInteractive ? this::bar : new Lines(err);
    }

    private void bar(Step step) {
        int filled = step.total() == 0 ? 0 : WIDTH * step.done() / step.total();
        String bar = step.total() == 0 ? "" : "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
        String line = bar + step;
        // To the beginning of the line, and away with what is behind it.
        err.print("\r" + (line.length() > 78 ? line.substring(0, 78) : line) + "\u001B[K");
        err.flush();
    }

    /** Ends the bar's line. */
    void endProgress() {
        if (isInteractive) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }

    /** What is typed after a question; empty at the end of the input. */
    String ask(String question) throws IOException {
        err.print(question + " ");
        err.flush();
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }

    /** The same, without showing to a person what he types. */
    String askSecret(String question) throws IOException {
        if (!isInteractive) {
            return ask(question);
        }
        char[] typed = Objects.requireNonNull(System.console()).readPassword("%s ", question);
        return typed == null ? "" : new String(typed);
    }

    /** One line for each step, but for looks at a build, of which there are many. */
    private static final class Lines implements Consumer<Step> {
        private final PrintWriter err;
        private String last = "";

        Lines(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void accept(Step step) {
            String line = step.kind() == Step.Kind.BUILDING ? "Building" : step.toString();
            if (!line.equals(last)) {
                err.println(line);
                last = line;
            }
        }
    }
}
