package dev.parlance.testkit.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The application as a process of the simulator's. What it writes goes on to this process, and its end is kept for the page. */
public final class Application {
    private static final long MILLIS_FOR_LAST_WORDS = 1_000;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Runnable changed;
    private Tail tail = new Tail();
    private Process process;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean closed;

    private Application(List<String> command, Map<String, String> environment, Runnable changed) throws IOException {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.changed = changed;
        this.process = begin();
    }

    static Application start(List<String> command, Map<String, String> environment, Runnable changed) {
        try {
            return new Application(command, environment, changed);
        } catch (IOException e) {
            throw new UncheckedIOException("The application cannot be started: " + e.getMessage(), e);
        }
    }

    /** The exit code of the first run, when it has ended. */
    public CompletableFuture<Integer> end() {
        return process.onExit().thenApply(Process::exitValue);
    }

    private Process begin() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process begun = builder.start();
        Tail lines = new Tail();
        Thread out = copying(begun.getInputStream(), System.out, lines);
        Thread err = copying(begun.getErrorStream(), System.err, lines);
        daemon("fake-twilio-application", () -> watch(begun, out, err));
        tail = lines;
        exitCode = OptionalInt.empty();
        return begun;
    }

    synchronized void startAgain() {
        if (exitCode.isEmpty() || closed) {
            throw new IllegalStateException("The application is running");
        }
        try {
            process = begin();
        } catch (IOException e) {
            throw new IllegalStateException("The application cannot be started: " + e.getMessage(), e);
        }
        changed.run();
    }

    private void watch(Process begun, Thread out, Thread err) {
        try {
            int code = begun.waitFor();
            out.join(MILLIS_FOR_LAST_WORDS);
            err.join(MILLIS_FOR_LAST_WORDS);
            synchronized (this) {
                exitCode = OptionalInt.of(code);
            }
            changed.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread copying(InputStream from, PrintStream to, Tail tail) {
        return daemon("fake-twilio-application-output", () -> {
            try (Reader reader = new InputStreamReader(from, Charset.defaultCharset())) {
                char[] buffer = new char[4096];
                for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    String text = new String(buffer, 0, read);
                    to.print(text);
                    to.flush();
                    tail.add(text);
                }
            } catch (IOException e) {
                tail.add("\n(Its output broke off: " + e.getMessage() + ")\n");
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
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("running", exitCode.isEmpty());
        exitCode.ifPresent(code -> state.put("exitCode", code).put("lines", tail.toString()));
        return state;
    }

    /** Ends it, and what it has started. */
    synchronized void close() {
        closed = true;
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
