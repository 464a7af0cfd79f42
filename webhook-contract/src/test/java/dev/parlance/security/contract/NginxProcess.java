package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real nginx in front of an application, with all its files in one folder. */
record NginxProcess(Process process, int port) implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid %1$s/nginx.pid;
            error_log stderr notice;
            events {}
            http {
                error_log %1$s/error.log;
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server {
                    listen 127.0.0.1:%2$d;
                    location / {
                        proxy_pass http://127.0.0.1:%3$d;
                        proxy_set_header Host $http_host;
                    }
                }
            }
            """;

    /** Starts nginx on a free port. */
    static NginxProcess start(Path folder, int application) throws IOException {
        String log = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = freePort();
            Path file = folder.resolve("nginx-" + port + ".conf");
            Files.writeString(file, CONFIGURATION.formatted(folder, port, application));
            Process process = new ProcessBuilder(command(), "-p", folder.toString(), "-c", file.toString())
                    .redirectErrorStream(true)
                    .start();
            log = untilItListens(process);
            if (process.isAlive()) {
                return new NginxProcess(process, port);
            }
        }
        throw new AssertionError("nginx did not start:\n" + log);
    }

    private static String command() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/opt/homebrew/bin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nginx is missing. Install it, on Debian nginx-light"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The log up to the line that nginx writes when its sockets are open. */
    private static String untilItListens(Process process) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.append(line).append('\n');
            if (line.contains("event method")) {
                return log.toString();
            }
        }
        return log.toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
