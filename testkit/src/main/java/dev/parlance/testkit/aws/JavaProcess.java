package dev.parlance.testkit.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A program that runs beside this one, on the same Java. */
final class JavaProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LINES_KEPT = 60;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;
    private final Thread endsWithUs;

    private JavaProcess(Process process, Consumer<String> output) {
        this.process = process;
        this.endsWithUs = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endsWithUs);
        this.reader = new Thread(() -> read(output), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts.
     *
     * @param options what stands before the main class, the class path left out
     * @param classPath where its classes are
     * @param arguments the main class and what it is told
     * @param output who reads what it says, line by line
     */
    static JavaProcess start(
            List<String> options,
            String classPath,
            List<String> arguments,
            Map<String, String> environment,
            Consumer<String> output) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Java cannot be started: " + e.getMessage(), e);
        }
    }

    /** The class path of this program. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    /** A port that nobody listens on just now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    lastLines.add(line);
                    if (lastLines.size() > LINES_KEPT) {
                        lastLines.remove();
                    }
                }
                output.accept(line);
            }
        } catch (IOException e) {
            output.accept("its output ended: " + e.getMessage());
        }
    }

    /** Waits until somebody listens on a port. */
    void awaitPort(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException(
                        "Nothing listens on port " + port + ". The program's last words:\n" + lastWords());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when it has ended. */
    CompletableFuture<?> end() {
        return process.onExit();
    }

    /** The last that it said. */
    String lastWords() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** While this program ends itself, nothing is taken from what it has to do at its end. */
    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(endsWithUs);
        } catch (IllegalStateException e) {
            System.getLogger(JavaProcess.class.getName()).log(Level.DEBUG, "this program is about to end", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        forget();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
