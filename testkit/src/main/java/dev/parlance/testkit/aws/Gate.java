package dev.parlance.testkit.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A gate before a server: it tells of each request, and if it is to, lets those to each path through one at a time. */
final class Gate implements AutoCloseable {
    /** What belongs to one connection, or is set anew by the client. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "keep-alive");

    private static final int LOCKS = 256;

    // Else head and body of an answer go out in two packets, and the second waits 40 ms. Read when the first server is
    // made.
    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);
    private final int behind;
    private final boolean isOneAtATime;
    private final Consumer<AwsCall> listener;

    private Gate(HttpServer server, int behind, boolean isOneAtATime, Consumer<AwsCall> listener) {
        this.server = server;
        this.behind = behind;
        this.isOneAtATime = isOneAtATime;
        this.listener = listener;
    }

    static Gate before(int port, boolean isOneAtATime, Consumer<AwsCall> listener) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            Gate gate = new Gate(HttpServer.create(any, 0), port, isOneAtATime, listener);
            gate.server.createContext("/", gate::passOn);
            gate.server.setExecutor(gate.threads);
            gate.server.start();
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        listener.accept(AwsCall.of(exchange));
        ReentrantLock lock = isOneAtATime
                ? locks[Math.floorMod(exchange.getRequestURI().getRawPath().hashCode(), LOCKS)]
                : new ReentrantLock();
        HttpResponse<InputStream> response;
        byte[] answer;
        lock.lock();
        try {
            response = client.send(request(exchange, body), BodyHandlers.ofInputStream());
            answer = response.body().readAllBytes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The gate is closed", e);
        } finally {
            lock.unlock();
        }
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !NOT_PASSED_ON.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            response.headers()
                    .firstValue("content-length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
        }
        exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        URI target = URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
