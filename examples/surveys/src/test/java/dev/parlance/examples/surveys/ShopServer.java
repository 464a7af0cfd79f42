package dev.parlance.examples.surveys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in for the server that the surveys {@code order} and {@code reward} ask. It gives nothing twice for one key. */
final class ShopServer implements BeforeEachCallback, AfterEachCallback {
    private static final String SECRET = "invented-secret";
    private static final Map<String, String> REPLIES = Map.of(
            "GET /members/%2B12025550143", "{\"level\": \"gold\"}",
            "GET /stock/bread", "{\"left\": 20}",
            "GET /stock/cake", "{\"left\": 3}",
            "GET /stock/juice", "{\"left\": 0}",
            "POST /coupons", "{\"code\": \"TEN-4711\"}",
            "POST /airtime", "{\"transfer\": \"T-1\"}");

    private final Map<String, String> given = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile boolean isBusy;
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            boolean isKnown =
                    ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!isKnown || !REPLIES.containsKey(line)) {
                exchange.sendResponseHeaders(isKnown ? 404 : 401, -1);
                return;
            }
            if (line.startsWith("POST")) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            if (isBusy) {
                exchange.getResponseHeaders().set("Retry-After", "600");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (line.startsWith("POST")) {
                given.put(exchange.getRequestHeaders().getFirst("Idempotency-Key"), line);
            }
            byte[] reply = REPLIES.get(line).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String secret() {
        return SECRET;
    }

    /** Asks everybody to come back in ten minutes, or serves again. */
    void isBusy(boolean busy) {
        this.isBusy = busy;
    }

    /** The idempotency keys that it got, in order. */
    List<String> keys() {
        return keys;
    }

    /** What it has given to people: coupons and transfers. */
    List<String> given() {
        return List.copyOf(given.values());
    }
}
