package dev.parlance.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A server whose connections are held by peers that are slow or silent answers everybody else as if they were not there. */
@Timeout(120)
class SlowPeersTest {
    private static final int SLOW = 64;
    private static final int IDLE = 1_000;
    private static final int ASKED = 40;
    private static final WebhookResponse LARGE = WebhookResponse.bytes("application/octet-stream", new byte[8 << 20]);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final TwilioSignature TWILIO = TwilioSignature.withToken("the-auth-token");

    private final List<Socket> peers = new ArrayList<>();
    private final CountDownLatch largeAsked = new CountDownLatch(SLOW);
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
                                Signed.by(TWILIO)
                                        .handler(request -> WebhookResponse.text(
                                                request.parameters().required("Body")))));
    }

    private WebhookResponse large() {
        largeAsked.countDown();
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
    void peers_that_never_read_their_answers_hold_up_nobody() throws Exception {
        addSlowReaders();

        assertThat(longest()).isLessThan(SOON);
    }

    @Test
    void peers_that_send_a_byte_at_a_time_hold_up_nobody() throws Exception {
        addSlowWriters();

        assertThat(longest()).isLessThan(SOON);
    }

    @Test
    void peers_that_stop_in_the_middle_of_a_request_hold_up_nobody() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connect(), "POST /sms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nBody=");
            Socket halfClosed = connect();
            send(halfClosed, "GET /hea");
            halfClosed.shutdownOutput();
        }

        assertThat(longest()).isLessThan(SOON);
    }

    @Test
    void a_thousand_idle_connections_hold_up_nobody() throws Exception {
        for (int i = 0; i < IDLE; i++) {
            connect();
        }

        assertThat(longest()).isLessThan(SOON);
    }

    @Test
    void slow_readers_and_slow_writers_together_hold_up_nobody() throws Exception {
        addSlowReaders();
        addSlowWriters();

        Duration longest = longest();

        System.out.println("Longest answer to a signed /sms or to /health, under " + SLOW + " slow readers and " + SLOW
                + " slow writers: " + longest.toMillis() + " ms");
        assertThat(longest).isLessThan(SOON);
    }

    private void addSlowReaders() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connect(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        assertThat(largeAsked.await(20, TimeUnit.SECONDS)).isTrue();
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
            // The server has had enough of this one, and the others go on.
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

    /** The longest time that a signed text or a look at the health took, on a connection of its own and on an open one. */
    private Duration longest() throws Exception {
        Duration longest = Duration.ZERO;
        HttpClient open = HttpClient.newHttpClient();
        for (int i = 0; i < ASKED; i++) {
            HttpClient fresh = HttpClient.newHttpClient();
            for (HttpRequest request : List.of(sms("hola " + i), health())) {
                for (HttpClient client : List.of(open, fresh)) {
                    long start = System.nanoTime();
                    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    assertThat(response.statusCode()).isEqualTo(200);
                    longest = took.compareTo(longest) > 0 ? took : longest;
                }
            }
        }
        return longest;
    }

    private HttpRequest health() {
        return HttpRequest.newBuilder(server.url().resolve("/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private HttpRequest sms(String body) {
        WebhookRequest signed =
                TWILIO.sign(WebhookRequest.post(server.url() + "/sms").form("From", "+15005550006", "Body", body));
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
