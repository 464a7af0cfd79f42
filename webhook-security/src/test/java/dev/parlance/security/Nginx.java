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

/** A real nginx on a free local port, with all its files in the test's folder. */
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final List<String> OTHER_DIRECTORIES =
            List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private final Process process;
    private final int port;
    private final TestCertificate certificate;

    private Nginx(Process process, int port, TestCertificate certificate) {
        this.process = process;
        this.port = port;
        this.certificate = certificate;
    }

    /** Starts nginx with this {@code http} block, whose ports 443 and 8080 are replaced by free ones. */
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
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), OTHER_DIRECTORIES.stream())
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nginx is missing. Install it (on Debian: sudo apt-get install"
                        + " nginx-light; on macOS: brew install nginx) and try again. As root, ./check installs it."));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(
            Path folder, String http, TestCertificate certificate, int application, int port) {
        String adapted = http.replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + application);
        // A single process ends with the test and runs as any user.
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
                """.formatted(folder, certificate.chain(), certificate.key(), adapted);
    }

    /** Its log if it failed; empty once it listens. It logs its event method when its sockets are open. */
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

    /** Sends these bytes and returns status and body of the response. */
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
