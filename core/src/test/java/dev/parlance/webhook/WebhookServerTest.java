package dev.parlance.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookServerTest {
    private static final int LIMIT = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void a_handler_gets_method_url_headers_and_body_unchanged() throws Exception {
        WebhookHandler describe = request -> WebhookResponse.text(request.method() + " " + request.url() + " "
                + request.header("x-name").orElse("") + " " + request.bodyText());
        try (WebhookServer server = start(describe)) {
            HttpResponse<String> response = client.send(
                    to(server, "/a%2Fb/?x=%2B1&y=it's")
                            .header("X-Name", "ana")
                            .POST(HttpRequest.BodyPublishers.ofString("¿qué?"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.body())
                    .isEqualTo("POST http://localhost:" + server.port() + "/a%2Fb/?x=%2B1&y=it's ana ¿qué?");
        }
    }

    @Test
    void a_long_streamed_body_arrives_complete() throws Exception {
        WebhookHandler lines = request -> WebhookResponse.streamed("text/csv", out -> {
            for (int i = 0; i < 100_000; i++) {
                out.write((i + "\r\n").getBytes(UTF_8));
            }
        });
        try (WebhookServer server = start(lines)) {
            HttpResponse<String> response = client.send(to(server, "/").build(), BodyHandlers.ofString());

            assertThat(response.body().lines()).hasSize(100_000).endsWith("99999");
        }
    }

    @Test
    void an_interrupted_body_does_not_look_complete() throws Exception {
        WebhookHandler half = request -> WebhookResponse.streamed("text/csv", out -> {
            out.write("one\r\n".getBytes(UTF_8));
            out.flush();
            throw new IllegalStateException("expected in this test");
        });
        try (WebhookServer server = start(half)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client.send(to(server, "/").build(), BodyHandlers.ofString()));
        }
    }

    @Test
    void the_status_headers_and_body_of_a_response_arrive() throws Exception {
        try (WebhookServer server = start(request -> WebhookResponse.json("{\"success\":true}")
                .withStatus(201)
                .withHeader("X-Twice", "a")
                .withHeader("X-Twice", "b"))) {
            HttpResponse<String> response = client.send(to(server, "/").build(), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(response.headers().allValues("X-Twice")).containsExactly("a", "b");
            assertThat(response.body()).isEqualTo("{\"success\":true}");
        }
    }

    @Test
    void a_request_has_the_address_of_its_sender() throws Exception {
        try (WebhookServer server =
                start(request -> WebhookResponse.text(request.remoteAddress().orElse("none")))) {
            assertThat(post(server, "").body()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void a_body_over_the_limit_gets_a_413_and_one_at_the_limit_is_read() throws Exception {
        try (WebhookServer server =
                start(request -> WebhookResponse.text(request.bodyText().length() + " read"))) {
            assertThat(post(server, "x".repeat(LIMIT)).body()).isEqualTo(LIMIT + " read");

            HttpResponse<String> refused = post(server, "x".repeat(LIMIT + 1));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).isEqualTo("The body is larger than 1000 bytes.");
        }
    }

    @Test
    void a_malformed_parameter_is_a_400_that_names_it() throws Exception {
        try (WebhookServer server =
                start(request -> WebhookResponse.text(request.parameters().required("Body")))) {
            HttpResponse<String> response = client.send(
                    to(server, "/sms")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("Body=100%"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("The parameter \"Body\" has a malformed percent escape.");
        }
    }

    @Test
    void a_failing_handler_gives_a_500_without_the_reason() throws Exception {
        try (WebhookServer server = start(request -> {
            throw new IllegalStateException("the database password is wrong");
        })) {
            HttpResponse<String> response = client.send(to(server, "/").build(), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("The webhook failed.");
        }
    }

    @Test
    void an_error_in_a_handler_gives_a_500_and_the_connection_stays_open() throws Exception {
        WebhookHandler deep = new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                return request.path().equals("/deep") ? handle(request) : WebhookResponse.text("fine");
            }
        };
        try (WebhookServer server = start(deep)) {
            String deepRequest = "GET /deep HTTP/1.1\r\nHost: x\r\n\r\n";
            String answers = raw(server, deepRequest + "GET /fine HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answers).matches("(?s)HTTP/1.1 500 .*The webhook failed\\.HTTP/1.1 200 .*fine");
        }
    }

    @Test
    void no_content_and_head_have_no_body() throws Exception {
        Router router = Router.create()
                .post("/status", request -> WebhookResponse.noContent())
                .get("/status", request -> WebhookResponse.text("fine"));
        try (WebhookServer server = start(router)) {
            assertThat(client.send(
                                    to(server, "/status")
                                            .POST(HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(204);
            HttpResponse<String> head = client.send(
                    to(server, "/status")
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void an_invalid_host_header_is_refused() throws Exception {
        try (WebhookServer server = start(request -> WebhookResponse.text(request.url()))) {
            assertThat(raw(server, "GET / HTTP/1.1\r\nHost: evil/@x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .endsWith("The request is malformed: the Host header is not a host.");
        }
    }

    @Test
    void closing_waits_for_requests_in_progress() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        WebhookServer server = start(request -> {
            inside.countDown();
            await(closing);
            return WebhookResponse.text("still answered");
        });
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(to(server, "/").build(), BodyHandlers.ofString());
        await(inside);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        closing.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("still answered");
        closed.get(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void a_port_in_use_is_reported() {
        try (WebhookServer server = start(request -> WebhookResponse.noContent())) {
            InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> WebhookServer.start(taken, LIMIT, request -> WebhookResponse.noContent()))
                    .withMessageContaining("Is another process using it?");
        }
    }

    @Test
    void many_requests_are_handled_at_once() throws Exception {
        int senders = 32;
        CountDownLatch all = new CountDownLatch(senders);
        try (WebhookServer server = start(request -> {
            all.countDown();
            await(all);
            return WebhookResponse.text(request.path());
        })) {
            CompletableFuture<?>[] answers = new CompletableFuture<?>[senders];
            for (int i = 0; i < senders; i++) {
                String path = "/" + i;
                answers[i] = client.sendAsync(to(server, path).build(), BodyHandlers.ofString())
                        .thenAccept(response -> assertThat(response.body()).isEqualTo(path));
            }
            CompletableFuture.allOf(answers).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_response_does_not_wait_for_an_acknowledgement() throws Exception {
        try (WebhookServer server = start(request -> WebhookResponse.text("hello"))) {
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < 50; i++) {
                long start = System.nanoTime();
                post(server, "Body=hello");
                fastest = Math.min(fastest, System.nanoTime() - start);
            }

            assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(30));
        }
    }

    private static WebhookServer start(WebhookHandler handler) {
        return WebhookServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LIMIT, handler);
    }

    private static HttpRequest.Builder to(WebhookServer server, String path) {
        return HttpRequest.newBuilder(server.url().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> post(WebhookServer server, String body) throws Exception {
        return client.send(
                to(server, "/").POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String raw(WebhookServer server, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_request_can_be_refused_before_its_body_is_read() throws Exception {
        WebhookHandler refusing = new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                return WebhookResponse.text("reached");
            }

            @Override
            public Optional<WebhookResponse> refusal(WebhookRequest head) {
                return head.header("X-Key").isPresent()
                        ? Optional.empty()
                        : Optional.of(WebhookResponse.noContent().withStatus(403));
            }
        };
        Router router = Router.create().post("/sms", refusing);
        try (WebhookServer server = start(router)) {
            assertThat(statusWithoutBody(server, "POST /sms")).isEqualTo("HTTP/1.1 403");
            assertThat(statusWithoutBody(server, "POST /other")).isEqualTo("HTTP/1.1 404");
            assertThat(statusWithoutBody(server, "PUT /sms")).isEqualTo("HTTP/1.1 405");
            HttpResponse<String> withKey = client.send(
                    to(server, "/sms")
                            .header("X-Key", "yes")
                            .POST(HttpRequest.BodyPublishers.ofString("Body=hi"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(withKey.body()).isEqualTo("reached");
        }
    }

    @Test
    void a_failure_before_the_body_is_read_gets_a_response() throws Exception {
        WebhookHandler failing = new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                return WebhookResponse.text("reached");
            }

            @Override
            public Optional<WebhookResponse> refusal(WebhookRequest head) {
                throw new IllegalStateException("expected in this test");
            }
        };
        try (WebhookServer server = start(Router.create().post("/{name}", failing))) {
            assertThat(statusWithoutBody(server, "POST /sms")).isEqualTo("HTTP/1.1 500");
        }
        try (WebhookServer server = start(Router.create().post("/{name}", request -> WebhookResponse.noContent()))) {
            assertThat(statusWithoutBody(server, "POST /%ff")).isEqualTo("HTTP/1.1 400");
        }
    }

    /** The start of the response to a request whose body never arrives. */
    private static String statusWithoutBody(WebhookServer server, String methodAndPath) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((methodAndPath + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8).substring(0, 12);
        }
    }
}
