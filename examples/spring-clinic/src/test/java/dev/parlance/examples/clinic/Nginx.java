package dev.parlance.examples.clinic;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the nginx of this machine with the file nginx.conf, in front of two nodes on other ports. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Nginx(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Nginx start(Path site, int port, int node1, int node2) throws Exception {
        Path folder = Files.createTempDirectory("nginx");
        Path log = folder.resolve("access.log");
        String local = Files.readString(site)
                .replace("node1:8080", "localhost:" + node1)
                .replace("node2:8080", "localhost:" + node2)
                .replace("listen 80;", "listen localhost:" + port + ";");
        Files.writeString(folder.resolve("site.conf"), local);
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                pid nginx.pid;
                error_log stderr warn;
                events {}
                http {
                    log_format nodes "$upstream_addr $request_method $uri $status";
                    access_log access.log nodes;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include site.conf;
                }
                """);
        Process process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", "nginx.conf")
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        waitFor(process, port);
        return new Nginx(process, log);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void waitFor(Process process, int port) throws Exception {
        while (true) {
            try (Socket connected = new Socket("localhost", port)) {
                return;
            } catch (IOException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nginx ended with the exit code " + process.exitValue(), e);
                }
            }
        }
    }

    /** One line for each request: the address of the node, method, path and status. */
    List<String> requests() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
