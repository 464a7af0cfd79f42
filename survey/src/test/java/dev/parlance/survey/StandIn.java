package dev.parlance.survey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Another application's server on this machine, which remembers what it was asked. */
final class StandIn implements BeforeEachCallback, AfterEachCallback {
    /** A request that it received. */
    record Received(String line, String body, String key, String authorization) {}

    /** What it replies. */
    record Response(int status, String body, String retryAfter) {
        Response(int status, String body) {
            this(status, body, "");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private Function<Received, Response> replies = any -> new Response(404, "");
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private HttpHandler handler = this::handle;
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end.countDown();
        stop();
        threads.shutdownNow();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = new Received(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            received.add(request);
            first.countDown();
            Response response = replies.apply(request);
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            if (!response.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", response.retryAfter());
            }
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    void replies(int status, String body) {
        replies(any -> new Response(status, body));
    }

    void replies(Function<Received, Response> newReplies) {
        this.replies = newReplies;
    }

    /** Replies to nothing before the end of the test. */
    void repliesTooLate() {
        repliesAfter(end, new Response(200, "{}"));
    }

    /** Sends these bytes, and then nothing before the end of the test. */
    void repliesWithoutAnEnd(int status, String begin) {
        handler = exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(begin.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Sends a reply of this many bytes. */
    void repliesWith(long bytes) {
        handler = exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes);
                byte[] part = new byte[64 * 1024];
                for (long sent = 0; sent < bytes; sent += part.length) {
                    exchange.getResponseBody().write(part);
                    written.addAndGet(part.length);
                }
            }
        };
    }

    /** How many bytes of a long reply were sent before the other side closed the connection. */
    long written() {
        return written.get();
    }

    /** Waits for the first request. */
    void awaitRequest() throws InterruptedException {
        first.await();
    }

    void repliesAfter(CountDownLatch moment, Response response) {
        replies(any -> {
            try {
                moment.await();
                return response;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The first lines of the requests, in order. */
    List<String> lines() {
        return received.stream().map(Received::line).toList();
    }

    List<Received> received() {
        return received;
    }
}
