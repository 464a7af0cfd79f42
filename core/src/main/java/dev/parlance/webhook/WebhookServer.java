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
 * Serves a handler over HTTP/1.1, with no library but this one.
 *
 * <pre>{@code
 * try (WebhookServer server = WebhookServer.start(8080, Router.create().post("/sms", sms))) {
 *     System.out.println("Listening on " + server.url());
 *     …
 * }
 * }</pre>
 *
 * <p>Each connection has a thread, so peers that send or read slowly hold up nobody else. {@link ServerLimits} bound how many
 * there are and how long they may take. When there are too many, the connection that has kept the server waiting longest is
 * closed in favour of the new one. At most 64 requests are handled at a time, fewer while the processors are busy; others wait
 * for their turn.
 *
 * <p>It has no TLS: put a proxy before it.
 */
public final class WebhookServer implements AutoCloseable {
    /** The largest body that is read unless another limit is given. */
    public static final int DEFAULT_BODY_LIMIT = 1 << 20;

    private static final System.Logger LOG = System.getLogger(WebhookServer.class.getName());
    private static final byte[] NO_BODY = {};
    private static final WebhookResponse NOT_REFUSED = WebhookResponse.noContent();
    private static final int LARGE_BODIES = 64;
    private static final int NOT_YET_ACCEPTED = 512;
    private static final int SECONDS_TO_FINISH = 10;
    private static final int MILLIS_BETWEEN_CHECKS = 250;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ServerSocketChannel listening;
    private final int port;
    private final WebhookHandler handler;
    private final ServerLimits limits;
    private final OpenConnections connections;
    private final HandlerPlaces places = new HandlerPlaces(Runtime.getRuntime().availableProcessors());
    private final ProcessorLoad load = new ProcessorLoad();
    private final Semaphore largeBodies = new Semaphore(LARGE_BODIES, true);
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("parlance-webhook-"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(named("parlance-webhook-limits-"));
    private final Future<?> looks;

    private WebhookServer(ServerSocket listening, ServerLimits limits, WebhookHandler handler) {
        this.listening = listening.getChannel();
        this.port = listening.getLocalPort();
        this.handler = handler;
        this.limits = limits;
        this.connections = new OpenConnections(limits);
        this.looks = clock.scheduleWithFixedDelay(
                this::lookAround, MILLIS_BETWEEN_CHECKS, MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory named(String prefix) {
        return task -> new Thread(task, prefix + THREADS.incrementAndGet());
    }

    /** Starts on a port of all interfaces; port 0 takes one that is free. */
    public static WebhookServer start(int port, WebhookHandler handler) {
        return start(new InetSocketAddress(port), ServerLimits.defaults(), handler);
    }

    /**
     * Starts on one address.
     *
     * @param bodyLimit the largest body that is read, in bytes
     */
    public static WebhookServer start(InetSocketAddress address, int bodyLimit, WebhookHandler handler) {
        return start(address, ServerLimits.defaults().withBodyBytes(bodyLimit), handler);
    }

    /** Starts on one address, with other limits. */
    public static WebhookServer start(InetSocketAddress address, ServerLimits limits, WebhookHandler handler) {
        WebhookServer server = new WebhookServer(listening(address), limits, handler);
        server.threads.execute(server::accept);
        return server;
    }

    private static ServerSocket listening(InetSocketAddress address) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(address, NOT_YET_ACCEPTED).socket();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on " + address + ": " + e.getMessage() + ". Is something else listening there?", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Where this machine reaches it. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Stops, once the answers under way are given, or after ten seconds. */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The port could not be closed", e);
        }
        connections.end();
        threads.shutdown();
        try {
            threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.dropAll();
        threads.shutdownNow();
        looks.cancel(false);
        clock.shutdownNow();
    }

    private void lookAround() {
        try {
            places.adaptTo(load.sinceLastCall());
            connections.dropOverdue();
        } catch (Throwable e) { // whatever gets out of here, such as an OutOfMemoryError, would end all time limits
            LOG.log(Level.ERROR, "Time limits could not be enforced; the server tries again in a moment", e);
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                serve(listening.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (Throwable e) { // such as too many open files, or no memory: the next one may have better luck
                LOG.log(Level.WARNING, "A connection could not be accepted, so the one waiting longest is closed", e);
                connections.dropLongestWaiting();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_CHECKS));
            }
        }
    }

    private void serve(SocketChannel channel) {
        HttpConnection connection = HttpConnection.over(channel, limits);
        connection.markIdle();
        if (!connections.admit(connection)) {
            connection.abort();
            return;
        }
        try {
            threads.execute(() -> converse(connection));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            connections.drop(connection);
            LOG.log(connections.isEnding() ? Level.DEBUG : Level.ERROR, "There is no thread for a connection", e);
        }
    }

    /** Answers one request after the other until either side ends it. */
    private void converse(HttpConnection connection) {
        try {
            connection.open();
            boolean goesOn = true;
            while (goesOn) {
                connection.markIdle();
                goesOn = !connections.isEnding() && connection.awaitRequest() && exchange(connection);
            }
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The peer went away, or took longer than it may", e);
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The server was closed", e);
        } catch (Throwable e) { // an Error too: it must cost one connection, and not leave it open for ever
            LOG.log(Level.ERROR, "An answer broke off, and its connection with it", e);
        } finally {
            connections.drop(connection);
            Thread.interrupted(); // the thread goes on to another connection
        }
    }

    /** Whether another request may follow. */
    private boolean exchange(HttpConnection connection) throws IOException, InterruptedException {
        connection.markReceiving();
        RequestReader reader = new RequestReader(connection, limits.bodyBytes(), largeBodies);
        try {
            RequestHead head = reader.head();
            WebhookRequest request = request(connection, head);
            if (head.hasBody()) {
                Optional<WebhookResponse> refusal = refusal(request);
                if (refusal.isPresent()) {
                    answer(connection, head, refusal.get().withHeader("Connection", "close"));
                    return false; // its body was not read, and would be taken for the next request
                }
            }
            byte[] body = reader.body(head);
            connection.markBusy();
            return answer(connection, head, handle(request.withBody(body)));
        } catch (RefusedRequest e) {
            answer(connection, RequestHead.UNKNOWN, e.response());
            return false; // what follows a request that was not understood would not be either
        } finally {
            reader.release();
        }
    }

    private WebhookRequest request(HttpConnection connection, RequestHead head) {
        String url = "http://" + head.host("localhost:" + port) + head.target();
        return WebhookRequest.of(head.method(), url, head.headers(), NO_BODY)
                .from(connection.address().getHostAddress());
    }

    /** A failure becomes a response, as it does where the whole request is handled. */
    private Optional<WebhookResponse> refusal(WebhookRequest head) {
        WebhookHandler refusing = request -> handler.refusal(request).orElse(NOT_REFUSED);
        WebhookResponse refusal = refusing.respond(head);
        return refusal == NOT_REFUSED ? Optional.empty() : Optional.of(refusal);
    }

    private WebhookResponse handle(WebhookRequest request) throws InterruptedException {
        places.take();
        try {
            return handler.respond(request);
        } finally {
            places.giveBack();
        }
    }

    private boolean answer(HttpConnection connection, RequestHead head, WebhookResponse response) throws IOException {
        boolean isLast = head.isLast()
                || connections.isEnding()
                || response.headers()
                        .first("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
        ResponseWriter writer = new ResponseWriter(head, response, isLast);
        writer.writeTo(connection);
        return !writer.isLast();
    }
}
