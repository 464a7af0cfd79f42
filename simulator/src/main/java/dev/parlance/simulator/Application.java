package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** The application as a child process. Its output goes to this process's output and to the page. */
public final class Application {
    private static final long OUTPUT_TIMEOUT_MILLIS = 1_000;
    private static final String STARTED_AGAIN = "\u001B[2m--- started again ---\u001B[0m\n";

    private final List<String> command;
    private final Map<String, String> environment;
    private final Runnable changed;
    private final Output output = new Output();
    private Process process;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean closed;

    private Application(List<String> command, Map<String, String> environment, Runnable changed) throws IOException {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.changed = changed;
        this.process = startProcess();
    }

    static Application start(List<String> command, Map<String, String> environment, Runnable changed) {
        try {
            return new Application(command, environment, changed);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't start the application: " + e.getMessage(), e);
        }
    }

    /** Completes with the exit code of the current run. */
    public CompletableFuture<Integer> end() {
        return process.onExit().thenApply(Process::exitValue);
    }

    private Process startProcess() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process started = builder.start();
        Thread out = copying(started.getInputStream(), System.out);
        Thread err = copying(started.getErrorStream(), System.err);
        exitCode = OptionalInt.empty(); // before the process is watched, since it can end at once
        daemon("fake-twilio-application", () -> watch(started, out, err));
        return started;
    }

    synchronized void startAgain() {
        if (exitCode.isEmpty() || closed) {
            throw new IllegalStateException("The application is still running");
        }
        try {
            output.add(STARTED_AGAIN);
            process = startProcess();
        } catch (IOException e) {
            throw new IllegalStateException("Can't start the application: " + e.getMessage(), e);
        }
        changed.run();
    }

    private void watch(Process started, Thread out, Thread err) {
        try {
            int code = started.waitFor();
            out.join(OUTPUT_TIMEOUT_MILLIS);
            err.join(OUTPUT_TIMEOUT_MILLIS);
            synchronized (this) {
                exitCode = OptionalInt.of(code);
            }
            changed.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread copying(InputStream from, PrintStream to) {
        return daemon("fake-twilio-application-output", () -> {
            try (Reader reader = new InputStreamReader(from, Charset.defaultCharset())) {
                char[] buffer = new char[4096];
                for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    String text = new String(buffer, 0, read);
                    to.print(text);
                    to.flush();
                    output.add(text);
                    changed.run();
                }
            } catch (IOException e) {
                output.add("\n(Can't read any more output: " + e.getMessage() + ")\n");
            }
        });
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    synchronized ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("running", exitCode.isEmpty())
                .put("command", String.join(" ", command))
                .put("output", output.length());
        exitCode.ifPresent(code -> state.put("exitCode", code));
        return state;
    }

    /** What the application has written after a position. */
    WebhookResponse output(String position) {
        try {
            return WebhookResponse.json(output.after(Long.parseLong(position)).toString())
                    .withHeader("Cache-Control", "no-store");
        } catch (NumberFormatException e) {
            throw new WebhookException(400, "Not a position: " + position);
        }
    }

    /** Stops the process and its child processes. */
    synchronized void close() {
        closed = true;
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
