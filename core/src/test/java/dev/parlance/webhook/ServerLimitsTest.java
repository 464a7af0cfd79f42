package dev.parlance.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerLimitsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MORE_THAN_A_SOCKET_HOLDS = 64 << 20;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void a_request_that_takes_too_long_to_arrive_is_dropped() throws Exception {
        WebhookServer server =
                start(ServerLimits.defaults().withReceiveTimeout(SHORT), request -> WebhookResponse.text("ok"));

        Socket halfHead = send(connect(server), "GET / HT");
        Socket halfBody = send(connect(server), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");

        assertThat(isClosed(halfHead)).isTrue();
        assertThat(isClosed(halfBody)).isTrue();
    }

    @Test
    void a_connection_without_a_request_is_closed() throws Exception {
        WebhookServer server =
                start(ServerLimits.defaults().withIdleTimeout(SHORT), request -> WebhookResponse.text("ok"));

        assertThat(isClosed(connect(server))).isTrue();
    }

    @Test
    void a_response_that_nobody_reads_is_dropped() throws Exception {
        CountDownLatch gaveUp = new CountDownLatch(1);
        WebhookServer server = start(
                ServerLimits.defaults().withSendTimeout(SHORT),
                request -> WebhookResponse.streamed("text/plain", out -> {
                    try {
                        out.write(new byte[MORE_THAN_A_SOCKET_HOLDS]);
                    } catch (IOException e) {
                        gaveUp.countDown();
                        throw e;
                    }
                }));

        send(connect(server), GET);

        assertThat(gaveUp.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stream_that_is_being_read_outlives_every_limit() throws Exception {
        EventStream news = EventStream.create();
        open.add(news);
        WebhookServer server = start(
                ServerLimits.defaults()
                        .withIdleTimeout(SHORT)
                        .withReceiveTimeout(SHORT)
                        .withSendTimeout(SHORT),
                news);
        Socket listener = send(connect(server), GET);
        readUntil(listener, ":\n\n");

        assertThat(isClosed(connect(server))).isTrue(); // so the limits have also passed for the listener
        assertThat(isClosed(connect(server))).isTrue();
        news.send("answered", "5");

        readUntil(listener, "data: 5\n");
    }

    @Test
    void an_excess_connection_replaces_the_longest_idle_one() throws Exception {
        for (ServerLimits limits : List.of(
                ServerLimits.defaults().withMaxConnections(2),
                ServerLimits.defaults().withMaxConnectionsPerAddress(2))) {
            WebhookServer server = start(limits, request -> WebhookResponse.text("answered"));
            Socket first = connect(server);
            readUntil(send(first, GET), "answered");
            Socket second = connect(server);
            readUntil(send(second, GET), "answered");

            readUntil(send(connect(server), GET), "answered");

            assertThat(isClosed(first)).isTrue();
            readUntil(send(second, GET), "answered");
        }
    }

    @Test
    void a_request_in_progress_is_never_replaced() throws Exception {
        CountDownLatch answering = new CountDownLatch(2);
        CountDownLatch proceed = new CountDownLatch(1);
        WebhookServer server = start(ServerLimits.defaults().withMaxConnections(2), request -> {
            answering.countDown();
            await(proceed);
            return WebhookResponse.text("answered");
        });
        Socket first = send(connect(server), GET);
        Socket second = send(connect(server), GET);
        await(answering);

        assertThat(isClosed(connect(server))).isTrue();

        proceed.countDown();
        readUntil(first, "answered");
        readUntil(second, "answered");
    }

    @Test
    void an_error_while_writing_a_response_leaks_no_connection() throws Exception {
        WebhookServer server = start(
                ServerLimits.defaults().withMaxConnections(2),
                request -> WebhookResponse.streamed("text/plain", out -> {
                    out.flush();
                    throw new AssertionError("expected in this test");
                }));

        for (int i = 0; i < 4; i++) {
            Socket socket = send(connect(server), GET);
            readUntil(socket, "\r\n\r\n");
            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void limits_that_allow_nothing_are_refused() {
        ServerLimits limits = ServerLimits.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> limits.withMaxConnections(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withMaxConnectionsPerAddress(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withMaxBodyBytes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withIdleTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withReceiveTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withSendTimeout(Duration.ZERO));
    }

    private WebhookServer start(ServerLimits limits, WebhookHandler handler) {
        WebhookServer server =
                WebhookServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits, handler);
        open.add(server);
        return server;
    }

    private Socket connect(WebhookServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(0, socket);
        return socket;
    }

    private static Socket send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true; // "Connection reset": the server closed at once
        }
    }

    private static void readUntil(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("%s, after %s", end, read).isNotNegative();
            read.append((char) next);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
