package dev.parlance.fake.aws;

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

/** Forwards requests to a local server and reports each one. Can forward those to the same path one at a time. */
final class ForwardingProxy implements AutoCloseable {
    /** Headers that belong to one connection, or that the client sets itself. */
    private static final Set<String> NOT_FORWARDED =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade", "keep-alive");

    private static final int LOCKS = 256;

    // Without it, head and body of a response go out in two packets, and the second waits 40 ms. The JDK reads it when
    // the first server is created.
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
    private final int targetPort;
    private final boolean oneAtATime;
    private final Consumer<AwsCall> listener;

    private ForwardingProxy(HttpServer server, int targetPort, boolean oneAtATime, Consumer<AwsCall> listener) {
        this.server = server;
        this.targetPort = targetPort;
        this.oneAtATime = oneAtATime;
        this.listener = listener;
    }

    static ForwardingProxy inFrontOf(int port, boolean oneAtATime, Consumer<AwsCall> listener) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ForwardingProxy proxy = new ForwardingProxy(HttpServer.create(any, 0), port, oneAtATime, listener);
            proxy.server.createContext("/", proxy::forward);
            proxy.server.setExecutor(proxy.threads);
            proxy.server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        listener.accept(AwsCall.of(exchange));
        ReentrantLock lock = oneAtATime
                ? locks[Math.floorMod(exchange.getRequestURI().getRawPath().hashCode(), LOCKS)]
                : new ReentrantLock();
        HttpResponse<InputStream> response;
        byte[] content;
        lock.lock();
        try {
            response = client.send(request(exchange, body), BodyHandlers.ofInputStream());
            content = response.body().readAllBytes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The proxy was closed during the request", e);
        } finally {
            lock.unlock();
        }
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !NOT_FORWARDED.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            response.headers()
                    .firstValue("content-length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
        }
        exchange.sendResponseHeaders(response.statusCode(), content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        URI target = URI.create("http://127.0.0.1:" + targetPort + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
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
