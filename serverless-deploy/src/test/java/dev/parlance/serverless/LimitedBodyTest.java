package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LimitedBodyTest {
    private static final int LIMIT = 1 << 20;

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            while (true) {
                exchange.getResponseBody().write(block); // until the client hangs up
            }
        });
        server.createContext("/full", exchange -> {
            exchange.sendResponseHeaders(200, LIMIT);
            exchange.getResponseBody().write(new byte[LIMIT]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Path fetch(String path) throws IOException, InterruptedException {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), LimitedBody.file(folder.resolve("asset"), LIMIT))
                .body();
    }

    @Test
    void an_endless_response_is_aborted() {
        assertThatThrownBy(() -> fetch("/endless"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the response has more than 1048576 bytes");
    }

    @Test
    void a_response_can_be_as_long_as_the_limit() throws Exception {
        assertThat(Files.size(fetch("/full"))).isEqualTo(LIMIT);
    }
}
