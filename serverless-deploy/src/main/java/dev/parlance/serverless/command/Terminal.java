package dev.parlance.serverless.command;

import dev.parlance.serverless.Step;
import dev.parlance.serverless.project.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;

/** Where a person or a pipeline reads. What Twilio answers is written without control characters. */
final class Terminal {
    private static final int WIDTH = 24;

    private final BufferedReader in;
    private final PrintWriter rawOut;
    private final PrintWriter rawErr;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isInteractive;

    /**
     * A terminal.
     *
     * @param out results
     * @param err progress, warnings, failures
     * @param isInteractive whether a person sits there, for whom a line may be written over
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

    /** For the help, which has styles; never for what comes from outside. */
    PrintWriter styledOut() {
        return rawOut;
    }

    /** For the usage, which has styles; never for what comes from outside. */
    PrintWriter styledErr() {
        return rawErr;
    }

    /** Tells progress: as a bar to a person, as lines to a pipeline. */
    Consumer<Step> progress() {
        return isInteractive ? this::bar : new Lines(err);
    }

    private void bar(Step step) {
        int filled = step.total() == 0 ? 0 : WIDTH * step.done() / step.total();
        String bar = step.total() == 0 ? "" : "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
        String line = bar + VisibleText.of(step.toString());
        // To the beginning of the line, and away with what is behind it.
        rawErr.print("\r" + (line.length() > 78 ? line.substring(0, 78) : line) + "\u001B[K");
        rawErr.flush();
    }

    /** Ends the bar's line. */
    void endProgress() {
        if (isInteractive) {
            rawErr.print("\r\u001B[K");
            rawErr.flush();
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
        char[] typed = Objects.requireNonNull(System.console()).readPassword("%s ", VisibleText.of(question));
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
