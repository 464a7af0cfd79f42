package dev.parlance.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;

/** A real nginx on a free port of this machine, with all its files in a folder of the test. */
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final List<String> ELSEWHERE =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private final Process process;
    private final int port;
    private final TestCertificate certificate;

    private Nginx(Process process, int port, TestCertificate certificate) {
        this.process = process;
        this.port = port;
        this.certificate = certificate;
    }

    /** With what stands in its {@code http} block for port 443, and an application on port 8080, which is really another. */
    static Nginx start(Path folder, String http, TestCertificate certificate, int application) throws IOException {
        String log = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = freePort();
            Path file = Files.writeString(
                    folder.resolve("nginx.conf"), configuration(folder, http, certificate, application, port));
            Process process = new ProcessBuilder(
                            command(), "-p", folder.toString(), "-c", file.toString(), "-e", folder + "/start.log")
                    .redirectErrorStream(true)
                    .start();
            Optional<String> failure = failure(process);
            if (failure.isEmpty()) {
                return new Nginx(process, port, certificate);
            }
            log = failure.get();
            if (!log.contains("Address already in use")) {
                break;
            }
        }
        throw new AssertionError("nginx did not start:\n" + log);
    }

    private static String command() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), ELSEWHERE.stream())
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "nginx is missing. Install it (on Debian: sudo apt-get install"
                                        + " nginx-light; on macOS: brew install nginx) and try again; ./check does so by itself as root."));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(
            Path folder, String http, TestCertificate certificate, int application, int port) {
        String here = http.replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + application);
        // One process, which ends with the test, whoever runs it.
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log stderr notice;
                events {}
                http {
                    error_log %1$s/error.log info;
                    access_log %1$s/access.log;
                    ssl_certificate %2$s;
                    ssl_certificate_key %3$s;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %4$s
                }
                """.formatted(folder, certificate.chain(), certificate.key(), here);
    }

    /** Nothing once it listens: it writes of its event method when its sockets are open. */
    private static Optional<String> failure(Process process) throws IOException {
        StringBuilder log = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("event method")) {
                return Optional.empty();
            }
            log.append(line).append('\n');
        }
        return Optional.of(log.toString());
    }

    /** The status and the body that answer these bytes. */
    String exchange(byte[] request) throws IOException {
        try (SSLSocket socket = (SSLSocket)
                certificate.trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            String response = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            String status = response.split(" ", 3)[1];
            return status + " " + response.substring(response.indexOf("\r\n\r\n") + 4);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
