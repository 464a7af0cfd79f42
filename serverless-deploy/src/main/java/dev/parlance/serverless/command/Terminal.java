package dev.parlance.serverless.command;

import dev.parlance.serverless.Step;
import dev.parlance.serverless.project.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;

/** The console: input, results and messages. Escapes control characters in its output. */
final class Terminal {
    private static final int WIDTH = 24;

    private final BufferedReader in;
    private final PrintWriter rawOut;
    private final PrintWriter rawErr;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isInteractive;

    /**
     * Creates a terminal.
     *
     * @param out for results
     * @param err for progress, warnings and errors
     * @param isInteractive whether a progress bar can overwrite its line
     */
    Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean isInteractive) {
        this.in = in;
        this.rawOut = out;
        this.rawErr = err;
        this.out = new PrintWriter(new VisibleWriter(out), true);
        this.err = new PrintWriter(new VisibleWriter(err), true);
        this.isInteractive = isInteractive;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** For the styled help only: does not escape control characters. */
    PrintWriter styledOut() {
        return rawOut;
    }

    /** For the styled usage message only: does not escape control characters. */
    PrintWriter styledErr() {
        return rawErr;
    }

    /** Shows progress: as a bar on an interactive terminal, otherwise as lines. */
    Consumer<Step> progress() {
        return isInteractive ? this::bar : new Lines(err);
    }

    private void bar(Step step) {
        int filled = step.total() == 0 ? 0 : WIDTH * step.done() / step.total();
        String bar = step.total() == 0 ? "" : "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
        String line = bar + VisibleText.of(step.toString());
        // Return to the start of the line, and clear what follows the bar.
        rawErr.print("\r" + (line.length() > 78 ? line.substring(0, 78) : line) + "\u001B[K");
        rawErr.flush();
    }

    /** Clears the progress bar. */
    void endProgress() {
        if (isInteractive) {
            rawErr.print("\r\u001B[K");
            rawErr.flush();
        }
    }

    /** Asks a question and returns the typed line, or an empty string at the end of the input. */
    String ask(String question) throws IOException {
        err.print(question + " ");
        err.flush();
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }

    /** Like {@link #ask}, but hides what the user types. */
    String askSecret(String question) throws IOException {
        if (!isInteractive) {
            return ask(question);
        }
        char[] typed = Objects.requireNonNull(System.console()).readPassword("%s ", VisibleText.of(question));
        return typed == null ? "" : new String(typed);
    }

    /** Prints one line per step, but only one for all polls of a build. */
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
