package dev.parlance.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves a handler on the JDK's own HTTP server: enough for development, tests and small services behind a proxy.
 *
 * <pre>{@code
 * try (WebhookServer server = WebhookServer.start(8080, Router.create().post("/sms", sms))) {
 *     System.out.println("Listening on " + server.url());
 *     …
 * }
 * }</pre>
 *
 * <p>A body of more than 1 MiB is answered 413; a request that takes longer than thirty seconds to come in is dropped. TLS
 * is the business of a proxy before it.
 */
public final class WebhookServer implements AutoCloseable {
    /** The largest body that is read unless another limit is given. */
    public static final int DEFAULT_BODY_LIMIT = 1 << 20;

    private static final int THREADS = 64;
    private static final int SECONDS_TO_FINISH = 10;
    private static final int NO_BODY = -1;
    private static final int IN_CHUNKS = 0;

    // The JDK's server takes these from system properties alone, read when the first server is made. Without the first,
    // head and body of an answer go out in two packets and the second waits 40 ms for the sender's delayed
    // acknowledgement; without the second, whoever sends a byte a minute holds a thread for ever.
    static {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final WebhookHandler handler;
    private final int bodyLimit;

    private WebhookServer(HttpServer server, WebhookHandler handler, int bodyLimit) {
        this.server = server;
        this.threads = threads();
        this.handler = handler;
        this.bodyLimit = bodyLimit;
    }

    /** Starts on a port of all interfaces; port 0 takes one that is free. */
    public static WebhookServer start(int port, WebhookHandler handler) {
        return start(new InetSocketAddress(port), DEFAULT_BODY_LIMIT, handler);
    }

    /**
     * Starts on one address.
     *
     * @param bodyLimit the largest body that is read, in bytes
     */
    public static WebhookServer start(InetSocketAddress address, int bodyLimit, WebhookHandler handler) {
        WebhookServer server = new WebhookServer(bound(address), handler, bodyLimit);
        server.server.createContext("/", server::exchange);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static HttpServer bound(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on " + address + ": " + e.getMessage() + ". Is something else listening there?", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where this machine reaches it. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Stops, once the answers under way are given, or after ten seconds. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try {
            write(exchange, answer(exchange));
        } catch (IOException e) {
            System.getLogger(WebhookServer.class.getName())
                    .log(Level.DEBUG, "The sender went away before it had its answer", e);
            throw e;
        } catch (RuntimeException e) {
            System.getLogger(WebhookServer.class.getName())
                    .log(Level.ERROR, "An answer broke off, and its connection with it", e);
            throw e;
        }
        exchange.close(); // not after a failure: that would end half an answer as if it were whole
    }

    private WebhookResponse answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(bodyLimit + 1);
        if (body.length > bodyLimit) {
            return WebhookResponse.text("The body is larger than " + bodyLimit + " bytes.")
                    .withStatus(413)
                    .withHeader("Connection", "close");
        }
        WebhookRequest request;
        try {
            Headers headers = Headers.of(exchange.getRequestHeaders());
            request = WebhookRequest.of(exchange.getRequestMethod(), url(exchange, headers), headers, body)
                    .from(exchange.getRemoteAddress().getAddress().getHostAddress());
        } catch (IllegalArgumentException e) {
            return WebhookResponse.text("The request is ill-formed: " + e.getMessage())
                    .withStatus(400);
        }
        return handler.respond(request);
    }

    /** The URL as this server sees it; what stands before a proxy is the business of whoever checks signatures. */
    private String url(HttpExchange exchange, Headers headers) {
        String host = headers.first("Host").orElse("localhost:" + port());
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
            throw new IllegalArgumentException("the Host header is no host.");
        }
        URI target = exchange.getRequestURI();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return "http://" + host + target.getRawPath() + query;
    }

    private static void write(HttpExchange exchange, WebhookResponse response) throws IOException {
        response.headers()
                .asMap()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean hasBody = response.length() != 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), hasBody ? lengthToTell(response) : NO_BODY);
        if (hasBody) {
            response.writeTo(exchange.getResponseBody());
        }
    }

    private static int lengthToTell(WebhookResponse response) {
        return response.length() < 0 ? IN_CHUNKS : response.length();
    }

    /** While it closes, a request that still comes in is dropped, and its connection closed a moment later. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory named = task -> new Thread(task, "parlance-webhook-" + number.incrementAndGet());
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                named,
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
