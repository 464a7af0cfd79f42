package dev.parlance.fake.aws;

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

/** Another Java program, run as a child process on the same JDK. */
final class JavaProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int KEPT_LINES = 60;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;
    private final Thread shutdownHook;

    private JavaProcess(Process process, Consumer<String> output) {
        this.process = process;
        this.shutdownHook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        this.reader = new Thread(() -> read(output), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program.
     *
     * @param options the options of {@code java}, without the class path
     * @param arguments the main class and its arguments
     * @param output called with each line that the program writes
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
            throw new UncheckedIOException("Can't start Java: " + e.getMessage(), e);
        }
    }

    /** The class path of the current process. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    /** A port that is free at the moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    lastLines.add(line);
                    if (lastLines.size() > KEPT_LINES) {
                        lastLines.remove();
                    }
                }
                output.accept(line);
            }
        } catch (IOException e) {
            output.accept("Can't read any more output: " + e.getMessage());
        }
    }

    /** Waits until the program listens on a port. */
    void awaitPort(int port) {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException(
                        "Nothing listens on port " + port + ". The program's last output:\n" + lastOutput());
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

    /** Completes when the program ends. */
    CompletableFuture<?> end() {
        return process.onExit();
    }

    /** The last lines of output. */
    String lastOutput() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Does nothing during shutdown, when hooks can't be removed. */
    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            System.getLogger(JavaProcess.class.getName()).log(Level.DEBUG, "The JVM is shutting down", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        removeShutdownHook();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
