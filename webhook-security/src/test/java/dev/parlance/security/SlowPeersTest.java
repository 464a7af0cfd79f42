package dev.parlance.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow or silent peers that hold connections open don't delay other clients. */
@Timeout(120)
class SlowPeersTest {
    private static final int SLOW = 64;
    private static final int IDLE = 1_000;
    private static final int REQUESTS = 40;
    private static final WebhookResponse LARGE = WebhookResponse.bytes("application/octet-stream", new byte[8 << 20]);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("the-auth-token"));

    private final List<Socket> peers = new ArrayList<>();
    private final CountDownLatch largeRequested = new CountDownLatch(SLOW);
    private final ScheduledExecutorService dribble = Executors.newSingleThreadScheduledExecutor();
    private WebhookServer server;
    private Future<?> dribbling = CompletableFuture.completedFuture(null);

    @BeforeEach
    void start() {
        server = WebhookServer.start(
                0,
                Router.create()
                        .get("/health", request -> WebhookResponse.text("up"))
                        .get("/large", request -> large())
                        .post(
                                "/sms",
                                SignedWebhooks.verifiedBy(TWILIO)
                                        .handler(request -> WebhookResponse.text(
                                                request.parameters().required("Body")))));
    }

    private WebhookResponse large() {
        largeRequested.countDown();
        return LARGE;
    }

    @AfterEach
    void stop() throws IOException {
        dribbling.cancel(true);
        dribble.shutdownNow();
        for (Socket peer : peers) {
            peer.close();
        }
        server.close();
    }

    @Test
    void peers_that_never_read_responses_delay_nobody() throws Exception {
        addSlowReaders();

        assertThat(slowest()).isLessThan(SOON);
    }

    @Test
    void peers_that_send_a_byte_at_a_time_delay_nobody() throws Exception {
        addSlowWriters();

        assertThat(slowest()).isLessThan(SOON);
    }

    @Test
    void peers_that_stop_in_the_middle_of_a_request_delay_nobody() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connect(), "POST /sms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nBody=");
            Socket halfClosed = connect();
            send(halfClosed, "GET /hea");
            halfClosed.shutdownOutput();
        }

        assertThat(slowest()).isLessThan(SOON);
    }

    @Test
    void a_thousand_idle_connections_delay_nobody() throws Exception {
        for (int i = 0; i < IDLE; i++) {
            connect();
        }

        assertThat(slowest()).isLessThan(SOON);
    }

    @Test
    void slow_readers_and_slow_writers_together_delay_nobody() throws Exception {
        addSlowReaders();
        addSlowWriters();

        Duration slowest = slowest();

        System.out.println("Slowest response to a signed /sms or to /health, with " + SLOW + " slow readers and " + SLOW
                + " slow writers: " + slowest.toMillis() + " ms");
        assertThat(slowest).isLessThan(SOON);
    }

    private void addSlowReaders() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connect(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        assertThat(largeRequested.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void addSlowWriters() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            Socket socket = connect();
            send(socket, "P");
            slow.add(socket);
        }
        byte[] rest = ("OST /sms HTTP/1.1\r\nX-Filler: " + "x".repeat(10_000)).getBytes(US_ASCII);
        int[] sent = {0};
        dribbling = dribble.scheduleAtFixedRate(
                () -> {
                    for (Socket socket : slow) {
                        sendByte(socket, rest[sent[0]]);
                    }
                    sent[0]++;
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
    }

    private static void sendByte(Socket socket, byte next) {
        try {
            socket.getOutputStream().write(next);
        } catch (IOException e) {
            // The server has closed this connection; the others continue.
            assertThat(e).isNotNull();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        peers.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** The slowest response to a signed text or a health check, on new and on open connections. */
    private Duration slowest() throws Exception {
        Duration slowest = Duration.ZERO;
        HttpClient open = HttpClient.newHttpClient();
        for (int i = 0; i < REQUESTS; i++) {
            HttpClient fresh = HttpClient.newHttpClient();
            for (HttpRequest request : List.of(sms("hola " + i), health())) {
                for (HttpClient client : List.of(open, fresh)) {
                    long start = System.nanoTime();
                    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    assertThat(response.statusCode()).isEqualTo(200);
                    slowest = took.compareTo(slowest) > 0 ? took : slowest;
                }
            }
        }
        return slowest;
    }

    private HttpRequest health() {
        return HttpRequest.newBuilder(server.url().resolve("/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private HttpRequest sms(String body) {
        WebhookRequest signed =
                TWILIO.sign(WebhookRequest.post(server.url() + "/sms").withForm("From", "+15005550006", "Body", body));
        return HttpRequest.newBuilder(server.url().resolve("/sms"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", signed.header("Content-Type").orElseThrow())
                .header(
                        "X-Twilio-Signature",
                        signed.header("X-Twilio-Signature").orElseThrow())
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(signed.body()))
                .build();
    }
}
