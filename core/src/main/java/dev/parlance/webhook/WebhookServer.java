package dev.parlance.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An HTTP/1.1 server for a handler, without any dependencies.
 *
 * <pre>{@code
 * try (WebhookServer server = WebhookServer.start(8080, Router.create().post("/sms", sms))) {
 *     System.out.println("Listening on " + server.url());
 *     System.in.read();
 * }
 * }</pre>
 *
 * <p>Each connection has a thread, so a peer that sends or reads slowly delays nobody else. {@link ServerLimits} set the maximum
 * number of connections and their time limits. If there are too many, a new connection replaces the one that has kept the
 * server waiting longest. At most 64 requests are handled at a time, fewer while the processors are busy; the others wait.
 *
 * <p>The server has no TLS. Put a proxy in front of it.
 */
public final class WebhookServer implements AutoCloseable {
    /** The default limit for the body of a request, in bytes. */
    public static final int DEFAULT_BODY_LIMIT = 1 << 20;

    private static final System.Logger LOG = System.getLogger(WebhookServer.class.getName());
    private static final byte[] NO_BODY = {};
    private static final WebhookResponse NOT_REFUSED = WebhookResponse.noContent();
    private static final int MAX_LARGE_BODIES = 64;
    private static final int BACKLOG = 512;
    private static final int SHUTDOWN_SECONDS = 10;
    private static final int CHECK_INTERVAL_MILLIS = 250;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ServerSocketChannel listening;
    private final int port;
    private final WebhookHandler handler;
    private final ServerLimits limits;
    private final OpenConnections connections;
    private final ConcurrencyLimit concurrency =
            new ConcurrencyLimit(Runtime.getRuntime().availableProcessors());
    private final ProcessorLoad load = new ProcessorLoad();
    private final Semaphore largeBodies = new Semaphore(MAX_LARGE_BODIES, true);
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("parlance-webhook-"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(named("parlance-webhook-limits-"));
    private final Future<?> limitChecks;

    private WebhookServer(ServerSocket listening, ServerLimits limits, WebhookHandler handler) {
        this.listening = listening.getChannel();
        this.port = listening.getLocalPort();
        this.handler = handler;
        this.limits = limits;
        this.connections = new OpenConnections(limits);
        this.limitChecks = clock.scheduleWithFixedDelay(
                this::enforceLimits, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory named(String prefix) {
        return task -> new Thread(task, prefix + THREADS.incrementAndGet());
    }

    /** Starts on all network interfaces. Port 0 picks a free port. */
    public static WebhookServer start(int port, WebhookHandler handler) {
        return start(new InetSocketAddress(port), ServerLimits.defaults(), handler);
    }

    /**
     * Starts on an address, with a limit for request bodies.
     *
     * @param bodyLimit the largest body to read, in bytes
     */
    public static WebhookServer start(InetSocketAddress address, int bodyLimit, WebhookHandler handler) {
        return start(address, ServerLimits.defaults().withMaxBodyBytes(bodyLimit), handler);
    }

    /** Starts on an address, with these limits. */
    public static WebhookServer start(InetSocketAddress address, ServerLimits limits, WebhookHandler handler) {
        WebhookServer server = new WebhookServer(listening(address), limits, handler);
        server.threads.execute(server::accept);
        return server;
    }

    private static ServerSocket listening(InetSocketAddress address) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(address, BACKLOG).socket();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on " + address + ": " + e.getMessage() + ". Is another process using it?", e);
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return port;
    }

    /** The server's URL on this machine. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Stops when the requests in progress are answered, or after ten seconds. */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cannot close the port", e);
        }
        connections.shutDown();
        threads.shutdown();
        try {
            threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.dropAll();
        threads.shutdownNow();
        limitChecks.cancel(false);
        clock.shutdownNow();
    }

    private void enforceLimits() {
        try {
            concurrency.adaptTo(load.sinceLastCall());
            connections.dropOverdue();
        } catch (Throwable e) { // an escaping Error would end all time limits
            LOG.log(Level.ERROR, "Cannot enforce the time limits; trying again", e);
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                startConnection(listening.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (Throwable e) { // for example too many open files: the next one may succeed
                LOG.log(Level.WARNING, "Cannot accept a connection; closing the one that has waited longest", e);
                connections.dropLongestWaiting();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(CHECK_INTERVAL_MILLIS));
            }
        }
    }

    private void startConnection(SocketChannel channel) {
        HttpConnection connection = HttpConnection.over(channel, limits);
        connection.markIdle();
        if (!connections.admit(connection)) {
            connection.abort();
            return;
        }
        try {
            threads.execute(() -> serveConnection(connection));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            connections.drop(connection);
            LOG.log(
                    connections.isShuttingDown() ? Level.DEBUG : Level.ERROR,
                    "Cannot start a thread for a connection",
                    e);
        }
    }

    /** Answers requests until either side closes the connection. */
    private void serveConnection(HttpConnection connection) {
        try {
            connection.open();
            boolean isOpen = true;
            while (isOpen) {
                connection.markIdle();
                isOpen = !connections.isShuttingDown() && connection.awaitRequest() && serveRequest(connection);
            }
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The peer closed the connection or exceeded its time limit", e);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The server was closed", e);
        } catch (Throwable e) { // an Error too: it must cost only this connection, and not leave it open
            LOG.log(Level.ERROR, "A response failed; closing its connection", e);
        } finally {
            connections.drop(connection);
            Thread.interrupted(); // the thread serves another connection next
        }
    }

    /** Handles one request. Returns whether another can follow. */
    private boolean serveRequest(HttpConnection connection) throws IOException, InterruptedException {
        connection.markReceiving();
        RequestReader reader = new RequestReader(connection, limits.maxBodyBytes(), largeBodies);
        try {
            RequestHead head = reader.head();
            WebhookRequest request = request(connection, head);
            if (head.hasBody()) {
                Optional<WebhookResponse> refusal = refusal(request);
                if (refusal.isPresent()) {
                    respond(connection, head, refusal.get().withHeader("Connection", "close"));
                    return false; // the unread body would be taken for the next request
                }
            }
            byte[] body = reader.body(head);
            connection.markBusy();
            return respond(connection, head, handle(request.withBody(body)));
        } catch (RefusedRequest e) {
            respond(connection, RequestHead.UNKNOWN, e.response());
            return false; // what follows a malformed request can't be understood
        } finally {
            reader.release();
        }
    }

    private WebhookRequest request(HttpConnection connection, RequestHead head) {
        String url = "http://" + head.host("localhost:" + port) + head.target();
        return WebhookRequest.of(head.method(), url, head.headers(), NO_BODY)
                .withRemoteAddress(connection.address().getHostAddress());
    }

    /** Calls the handler's {@code refusal}. A failure becomes a response, as it does in {@code handle}. */
    private Optional<WebhookResponse> refusal(WebhookRequest head) {
        WebhookHandler refusing = request -> handler.refusal(request).orElse(NOT_REFUSED);
        WebhookResponse refusal = refusing.respond(head);
        return refusal == NOT_REFUSED ? Optional.empty() : Optional.of(refusal);
    }

    private WebhookResponse handle(WebhookRequest request) throws InterruptedException {
        concurrency.acquire();
        try {
            return handler.respond(request);
        } finally {
            concurrency.release();
        }
    }

    private boolean respond(HttpConnection connection, RequestHead head, WebhookResponse response) throws IOException {
        boolean isLast = head.closesConnection()
                || connections.isShuttingDown()
                || response.headers()
                        .first("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
        ResponseWriter writer = new ResponseWriter(head, response, isLast);
        writer.writeTo(connection);
        return !writer.isLast();
    }
}
